import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import { InvalidAnswer } from '@/lib/server/upstream/port/invalid-answer';

/** Unpacks bytes to at most so many; more is an error with the code `ERR_BUFFER_TOO_LARGE`. */
export type Unpacker = (bytes: Buffer, most: number) => Promise<Buffer>;

/** Holds what fifty calls unpack to, so that most bodies make one trip to zlib's threads and not dozens. */
const CHUNK_BYTES = 512 * 1024;

const optionsOf = (most: number) => ({ maxOutputLength: most, chunkSize: CHUNK_BYTES });

const UNPACKERS = new Map<string, Unpacker>([
  ['gzip', (bytes, most) => promisify(gunzip)(bytes, optionsOf(most))],
  ['deflate', unpackDeflate],
  ['br', (bytes, most) => promisify(brotliDecompress)(bytes, optionsOf(most))],
]);

/**
 * How to unpack a body with such a `content-encoding`; undefined where it comes as it is. Only gzip is asked for, but
 * not every server listens.
 * @throws {InvalidAnswer} when it is packed in a way that cannot be unpacked.
 */
export function unpackerOf(
  contentEncoding: unknown,
  nodeVersion = process.versions.node,
): Unpacker | undefined {
  const given = String(contentEncoding ?? '');
  const name = given.trim().toLowerCase().replace(/^x-/, '');
  if (name === '' || name === 'identity') return undefined;
  if (name === 'br' && !hasSafeBrotli(nodeVersion)) {
    throw new InvalidAnswer(
      'HappyRobot sent an answer packed with brotli, which this version of Node.js cannot unpack safely: it takes Node.js 22.23.4, 24.22.1, 26.12.1 or later.',
    );
  }
  const unpacker = UNPACKERS.get(name);
  if (unpacker) return unpacker;
  throw new InvalidAnswer('HappyRobot sent an answer in a compression that was not asked for.');
}

/** By the standard it has a frame around it; many servers leave that away. */
function unpackDeflate(bytes: Buffer, most: number): Promise<Buffer> {
  const [head = 0, next = 0] = bytes;
  const isFramed = (head & 15) === 8 && (head * 256 + next) % 31 === 0;
  return promisify(isFramed ? inflate : inflateRaw)(bytes, optionsOf(most));
}

/** From these versions on, by the line that they belong to. */
const SAFE_BROTLI = new Map([
  [22, [23, 4]],
  [24, [22, 1]],
  [26, [12, 1]],
]);
const LAST_LINE = 26;

/** Whether a version of Node.js has a brotli decoder without the known hole. */
export function hasSafeBrotli(version: string): boolean {
  const [line = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (line > LAST_LINE) return true;
  const [leastMinor, leastPatch] = SAFE_BROTLI.get(line) ?? [];
  if (leastMinor === undefined || leastPatch === undefined) return false;
  return minor > leastMinor || (minor === leastMinor && patch >= leastPatch);
}
