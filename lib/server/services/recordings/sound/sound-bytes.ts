import { setTimeout as wait } from 'node:timers/promises';
import { isCallscopeError } from '@/lib/server/errors';
import {
  refused,
  storageFailure,
  unavailable,
} from '@/lib/server/services/recordings/storage/storage-failures';
import type { ByteRange } from './byte-range';
import { MAX_BYTES } from './facts';
import type { OpenedSound } from './opened-sound';

/** How often it is tried anew without getting on, and how long before each try. */
const WAITS_MS = [100, 500, 2_000];
/** What counts as getting on: less would be asked for byte by byte. */
const STEP_BYTES = 16 * 1024;

/**
 * The bytes of a sound, in pieces as they come. Where the connection breaks, or the address has expired, it goes on
 * from the very byte. `size` is that of the whole sound: another one, or another version, means that it is another
 * sound, and `onChanged` is told, as it is of whatever else is refused.
 */
export async function* soundBytes(
  open: (bytes: ByteRange) => Promise<OpenedSound>,
  { first, last }: ByteRange,
  { size, signal, onChanged }: { size: number; signal: AbortSignal; onChanged: () => void },
): AsyncGenerator<Buffer> {
  let at = first;
  let tries = 0;
  let version: string | null = null;
  while (at <= last) {
    const before = at;
    try {
      const sound = await open({ first: at, last });
      refuseAnother(sound, { size, version });
      version ??= sound.version;
      for await (const piece of within(sound, last - at + 1)) {
        at += piece.length;
        yield piece;
      }
      if (at <= last) throw unavailable('it broke off');
    } catch (error) {
      signal.throwIfAborted();
      const failure = storageFailure(error);
      if (at - before >= STEP_BYTES) tries = 0;
      if (failure.code === 'recording_refused') onChanged();
      const pause = WAITS_MS[tries];
      if (pause === undefined || !isPassing(failure)) throw failure;
      tries += 1;
      await wait(pause, undefined, { signal });
    }
  }
}

function refuseAnother(
  sound: OpenedSound,
  { size, version }: { size: number; version: string | null },
): void {
  const isSameSize = sound.size === null || sound.size === size;
  const isSameVersion = [sound.version, version].includes(null) || sound.version === version;
  if (isSameSize && isSameVersion) return;
  sound.body.destroy();
  throw refused('it is another one than a moment ago');
}

/** The same for a sound of unknown size, which cannot be gone on with: to its end, if that comes soon enough. */
export async function* soundToItsEnd(sound: OpenedSound): AsyncGenerator<Buffer> {
  let sent = 0;
  try {
    for await (const piece of sound.body) {
      sent += piece.length;
      if (sent > MAX_BYTES) throw refused('it is larger than 200 MB');
      yield piece;
    }
  } catch (error) {
    throw storageFailure(error);
  }
}

/** So many bytes after those ahead. */
async function* within({ body, ahead }: OpenedSound, count: number): AsyncGenerator<Buffer> {
  let skip = ahead;
  let left = count;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    const piece = chunk.subarray(skip, skip + left);
    skip = Math.max(0, skip - chunk.length);
    left -= piece.length;
    if (piece.length > 0) yield piece;
    if (left === 0) return;
  }
}

function isPassing(failure: unknown): boolean {
  return (
    isCallscopeError(failure) &&
    [
      'recording_unavailable',
      'upstream_unreachable',
      'upstream_timeout',
      'upstream_failed',
    ].includes(failure.code)
  );
}
