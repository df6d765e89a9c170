import { LRUCache } from 'lru-cache';
import { refused, unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import { wavHeaderIn } from '@/lib/server/services/recordings/waveform/wav-header';
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

const HEAD_BYTES = 4096;
const KEPT_MS = 10 * 60_000;

export function createFacts(source: SoundSource): KnownFacts {
  const known = new LRUCache<string, SoundFacts>({ max: 1_000, ttl: KEPT_MS });

  const of: KnownFacts['of'] = async (name, signal) => {
    const key = keyOf(name);
    const kept = known.get(key);
    if (kept) return kept;
    const {
      body,
      size,
      type: declared,
    } = await source(name, { first: 0, last: HEAD_BYTES - 1 }, signal);
    if (size !== null && size > MAX_BYTES) {
      body.destroy();
      throw refused('it is larger than 200 MB');
    }
    const head = await beginningOf(body);
    const type = soundTypeOf(declared, head);
    if (type === undefined) throw refused('what lies at its address is no sound');
    if (head.length === 0) throw unavailable('it is empty');
    const { bytesPerSecond = 0, dataBytes } = wavHeaderIn(head) ?? {};
    const soundBytes = dataBytes ?? size ?? 0;
    if (bytesPerSecond > 0 && soundBytes / bytesPerSecond > MAX_SECONDS)
      throw refused('it is longer than 4 hours');
    const facts = { type, size };
    known.set(key, facts);
    return facts;
  };

  return { of, forget: (name) => void known.delete(keyOf(name)) };
}

function keyOf({ callId, session = '' }: SoundName): string {
  return `${callId} ${session}`;
}

async function beginningOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
