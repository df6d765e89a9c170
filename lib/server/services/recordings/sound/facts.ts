import { LRUCache } from 'lru-cache';
import { refused, unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import { wavHeaderIn } from '@/lib/server/services/recordings/waveform/wav-header';
import { beginningOf, HEAD_BYTES } from './beginning';
import { soundTypeOf } from './sound-type';
import type { SoundName, SoundSource } from './source';

/** The largest and the longest recording that is played. */
export const MAX_BYTES = 200 * 1024 * 1024;
export const MAX_SECONDS = 4 * 60 * 60;

/** What does not change about a sound. */
export type SoundFacts = {
  type: string;
  /** Bytes; null where nobody knows. */
  size: number | null;
};

/** Looks at the beginning of a sound, once: what it is, and whether it may be played at all. */
export type KnownFacts = {
  of(name: SoundName, signal: AbortSignal): Promise<SoundFacts>;
  forget(name: SoundName): void;
};

const KEPT_MS = 10 * 60_000;

/** `limitMs`: the longest that the beginning of a sound may take to come. */
export function createFacts(source: SoundSource, limitMs: number): KnownFacts {
  const known = new LRUCache<string, SoundFacts>({ max: 1_000, ttl: KEPT_MS });

  const of: KnownFacts['of'] = async (name, signal) => {
    const key = keyOf(name);
    const kept = known.get(key);
    if (kept) return kept;
    const bytes = { first: 0, last: HEAD_BYTES - 1 };
    const {
      head,
      size,
      type: declared,
    } = await beginningOf(() => source(name, bytes, signal), {
      signal,
      limitMs,
      check: refuseTooLarge,
    });
    const type = soundTypeOf(declared, head);
    if (type === undefined) throw refused('what lies at its address is no sound');
    if (head.length === 0) throw unavailable('it is empty');
    if (secondsOf(head, size) > MAX_SECONDS) throw refused('it is longer than 4 hours');
    const facts = { type, size };
    known.set(key, facts);
    return facts;
  };

  return { of, forget: (name) => void known.delete(keyOf(name)) };
}

function keyOf({ callId, session = '' }: SoundName): string {
  return `${callId} ${session}`;
}

function refuseTooLarge({ size }: { size: number | null }): void {
  if (size !== null && size > MAX_BYTES) throw refused('it is larger than 200 MB');
}

/** How long a sound is at most; 0 where nothing tells. Its header may say more than is there, or nothing true at all. */
function secondsOf(head: Buffer, size: number | null): number {
  const { bytesPerSecond = 0, dataBytes } = wavHeaderIn(head) ?? {};
  const known = [dataBytes, size].filter((each) => typeof each === 'number');
  return bytesPerSecond > 0 && known.length > 0 ? Math.min(...known) / bytesPerSecond : 0;
}
