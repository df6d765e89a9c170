import { addAbortSignal } from 'node:stream';
import type { RecordingParts } from '@/lib/server/services/recordings/parts';
import type { Storage } from '@/lib/server/services/recordings/storage/storage';
import { refused, unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import type { Sound } from '@/lib/server/upstream/port/recording';
import type { Upstream } from '@/lib/server/upstream/port/upstream';
import { type OpenedSound, openedOf, typeOf } from './opened-sound';
import { isOtherType } from './sound-type';

/** Which sound: of a call, and of one of its sessions where one is named. */
export type SoundName = { callId: string; session: string | undefined };

/** Opens a sound at a byte, up to `last` where that is given, wherever it lies at that moment. */
export type SoundSource = (
  name: SoundName,
  bytes: { first: number; last?: number | undefined },
  signal: AbortSignal,
) => Promise<OpenedSound>;

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
    const asked = { first, isWhole };
    const sound = await ask(name, range, { signal, afresh: false });
    if (!isExpired(sound)) return openedOf(sound, asked);
    sound.body.destroy();
    const again = await ask(name, range, { signal, afresh: true });
    if (!isExpired(again)) return openedOf(again, asked);
    again.body.destroy();
    if (again.status === 404 || again.status === 410)
      throw await parts.whyLost(name.callId, signal);
    if (again.status < 300) throw refused('what lies at its address is no sound');
    throw unavailable(`where HappyRobot keeps it nobody may have it (status ${again.status})`);
  };
}

/** What can be answered by an address that is good. */
const NOT_EXPIRED: readonly number[] = [408, 416, 429];

/** Whether the address is no longer good: keepers say so in many ways, even with a page that is no sound. */
function isExpired(sound: Sound): boolean {
  const { status } = sound;
  if (status === 200 || status === 206) return isOtherType(typeOf(sound));
  return status >= 300 && status < 500 && !NOT_EXPIRED.includes(status);
}
