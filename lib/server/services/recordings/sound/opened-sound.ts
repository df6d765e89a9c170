import type { Readable } from 'node:stream';
import { refused, unavailable } from '@/lib/server/services/recordings/storage/storage-failures';
import type { Sound } from '@/lib/server/upstream/port/recording';
import { contentRangeOf } from './byte-range';

/** A sound that has begun to come. Its body must be read or destroyed. */
export type OpenedSound = {
  body: Readable;
  /** How many bytes come before the first that was asked for: the keeper may send everything. */
  ahead: number;
  /** Bytes of the whole sound; null where nobody knows. */
  size: number | null;
  /** The media type, as it was declared. */
  type: string | undefined;
  /** Names these very bytes: another one, other bytes. Null where nobody tells. */
  version: string | null;
};

type Asked = {
  first: number;
  /** All of it was asked for, without a range. */
  isWhole: boolean;
};

/** @throws {CallscopeError} for an answer that does not bring what was asked for; its body is destroyed */
export function openedOf(sound: Sound, asked: Asked): OpenedSound {
  try {
    return {
      ...placed(sound, asked),
      type: typeOf(sound),
      version: versionOf(sound),
      body: sound.body,
    };
  } catch (error) {
    sound.body.destroy();
    throw error;
  }
}

/** Its media type; the first, where several are told. */
export function typeOf({ headers }: Sound): string | undefined {
  return [headers['content-type']].flat()[0];
}

function placed(
  { status, headers }: Sound,
  { first, isWhole }: Asked,
): Pick<OpenedSound, 'ahead' | 'size'> {
  const packings = [headers['content-encoding'] ?? []].flat();
  if (packings.some((packing) => packing.trim().toLowerCase() !== 'identity'))
    throw unavailable('it came packed');
  if (status === 200) return { ahead: first, size: lengthOf(headers['content-length']) };
  // Asked for from its beginning it may just not be there yet; later on it is another one.
  if (status === 416)
    throw first === 0 ? unavailable('it is empty') : refused('it is shorter than it was');
  if (status !== 206)
    throw unavailable(`where HappyRobot keeps it the answer was status ${status}`);
  const range = contentRangeOf(headers['content-range']);
  const isRight = range?.first === first && (!isWhole || range.last + 1 === range.size);
  if (!isRight) throw unavailable('another part of it came than was asked for');
  return { ahead: 0, size: range.size };
}

/** A strong entity tag; a weak one names bytes that are much the same. */
function versionOf({ headers: { etag } }: Sound): string | null {
  return typeof etag === 'string' && etag.startsWith('"') ? etag : null;
}

function lengthOf(header: Sound['headers'][string]): number | null {
  return typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : null;
}
