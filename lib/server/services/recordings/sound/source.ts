import { addAbortSignal, type Readable } from 'node:stream';
import type { RecordingParts } from '@/lib/server/services/recordings/parts';
import type { Storage } from '@/lib/server/services/recordings/storage/storage';
import { unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import type { Sound } from '@/lib/server/upstream/port/recording';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { contentRangeOf } from './byte-range';

/** Which sound: of a call, and of one of its sessions where one is named. */
export type SoundName = { callId: string; session: string | undefined };

/** A sound that has begun to come. Its body must be read or destroyed. */
export type OpenedSound = {
  body: Readable;
  /** How many bytes come before the first that was asked for: the keeper may send everything. */
  ahead: number;
  /** Bytes of the whole sound; null where nobody knows. */
  size: number | null;
  /** The media type, as it was declared. */
  type: string | undefined;
};

/** Opens a sound at a byte, up to `last` where that is given, wherever it lies at that moment. */
export type SoundSource = (
  name: SoundName,
  bytes: { first: number; last?: number | undefined },
  signal: AbortSignal,
) => Promise<OpenedSound>;

/** What the keeper of an address answers that is no longer good. */
const EXPIRED: readonly number[] = [401, 403, 404, 410];

export function createSource(given: {
  parts: RecordingParts;
  storage: Storage;
  upstream: Pick<Upstream, 'openSound'>;
}): SoundSource {
  const { parts, storage, upstream } = given;

  async function ask(
    { callId, session }: SoundName,
    range: string | undefined,
    how: { signal: AbortSignal; afresh: boolean },
  ) {
    const { signal } = how;
    const { url, session: named } = await parts.one(callId, session, how);
    const sound =
      url === null
        ? await upstream.openSound(callId, named, { range, signal })
        : await storage.open(url, { range, signal });
    // What breaks while nobody reads it concerns nobody.
    sound.body.on('error', () => undefined);
    addAbortSignal(signal, sound.body);
    return sound;
  }

  return async (name, { first, last }, signal) => {
    const isWhole = first === 0 && last === undefined;
    const range = isWhole ? undefined : `bytes=${first}-${last ?? ''}`;
    const sound = await ask(name, range, { signal, afresh: false });
    if (!isExpired(sound)) return opened(sound, first);
    sound.body.destroy();
    const again = await ask(name, range, { signal, afresh: true });
    if (!isExpired(again)) return opened(again, first);
    again.body.destroy();
    if (again.status === 404 || again.status === 410)
      throw await parts.whyLost(name.callId, signal);
    throw unavailable(`where HappyRobot keeps it nobody may have it (status ${again.status})`);
  };
}

function isExpired({ status }: Sound): boolean {
  return EXPIRED.includes(status) || (status >= 300 && status < 400);
}

function opened(sound: Sound, first: number): OpenedSound {
  const told = whatCame(sound, first);
  if (typeof told !== 'string') return { ...told, body: sound.body };
  sound.body.destroy();
  throw unavailable(told);
}

/** What came, or what is wrong with it. */
function whatCame({ status, headers }: Sound, first: number): Omit<OpenedSound, 'body'> | string {
  const type = textOf(headers['content-type']);
  const packing = textOf(headers['content-encoding']) ?? 'identity';
  if (packing !== 'identity') return 'it came packed';
  if (status === 200) return { ahead: first, size: lengthOf(headers['content-length']), type };
  if (status === 416) return 'it is shorter than it was, or empty';
  if (status !== 206) return `where HappyRobot keeps it the answer was status ${status}`;
  const range = contentRangeOf(headers['content-range']);
  if (range?.first !== first) return 'another part of it came than was asked for';
  return { ahead: 0, size: range.size, type };
}

function textOf(header: Sound['headers'][string]): string | undefined {
  return typeof header === 'string' ? header : undefined;
}

function lengthOf(header: Sound['headers'][string]): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
