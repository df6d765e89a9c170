import { setTimeout as wait } from 'node:timers/promises';
import {
  storageFailure,
  unavailable,
} from '@/lib/server/services/recordings/storage/storage-failures';
import type { OpenedSound } from './opened-sound';

/** Enough for the header of any format that is read here. */
export const HEAD_BYTES = 4096;
const PAUSE_MS = 100;

/**
 * Opens a sound and reads its first bytes, `limitMs` being all the time they may take to come; `check` looks at it before.
 * What breaks is tried once more.
 */
export async function beginningOf(
  open: () => Promise<OpenedSound>,
  given: { signal: AbortSignal; limitMs: number; check: (sound: OpenedSound) => void },
): Promise<OpenedSound & { head: Buffer }> {
  const { signal, limitMs } = given;
  const until = performance.now() + limitMs;
  try {
    return await attempt();
  } catch (error) {
    signal.throwIfAborted();
    const failure = storageFailure(error);
    if (failure.code !== 'recording_unavailable' || performance.now() >= until) throw failure;
  }
  await wait(PAUSE_MS, undefined, { signal });
  return attempt().catch((error: unknown) => {
    signal.throwIfAborted();
    throw storageFailure(error);
  });

  async function attempt() {
    const sound = await open();
    const late = setTimeout(
      () => sound.body.destroy(unavailable('it does not come in time')),
      limitMs,
    );
    try {
      given.check(sound);
      return { ...sound, head: await headOf(sound.body) };
    } finally {
      clearTimeout(late);
      sound.body.destroy();
    }
  }
}

async function headOf(body: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
    if (length >= HEAD_BYTES) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}
