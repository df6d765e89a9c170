import { promisify } from 'node:util';
import { constants, gzip } from 'node:zlib';

const pack = promisify(gzip);
/** Below this, packing costs more than the bytes it saves. */
const LEAST_BYTES = 1024;
/** On one machine or in one network the time to pack counts, and the strongest level takes four times as long. */
const LEVEL = constants.Z_BEST_SPEED;

/** The body of an answer as it goes over the wire, and the headers that say how. */
export type Body = { bytes: Uint8Array<ArrayBuffer>; headers: Record<string, string> };

/**
 * Packs a text with gzip where `acceptEncoding`, the request's header, allows it. In one piece and before it
 * leaves: Next's own packing would take a text of this size through its threads piece by piece.
 */
export async function bodyOf(text: string, acceptEncoding: string | null): Promise<Body> {
  const bytes = Buffer.from(text);
  const headers = { vary: 'Accept-Encoding' };
  if (bytes.length < LEAST_BYTES || !accepts(acceptEncoding)) return { bytes, headers };
  const packed = Buffer.from(await pack(bytes, { level: LEVEL, chunkSize: bytes.length }));
  return { bytes: packed, headers: { ...headers, 'content-encoding': 'gzip' } };
}

/** Whether gzip is named, and not with a weight of zero. */
function accepts(header: string | null): boolean {
  return (header ?? '')
    .split(',')
    .map((coding) => coding.replaceAll(' ', '').toLowerCase())
    .some((coding) => /^(x-)?gzip(;q=(1|0?\.\d*[1-9]\d*|1\.0*))?$/.test(coding));
}
