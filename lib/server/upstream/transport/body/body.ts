import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { InvalidAnswer } from '@/lib/server/upstream/port/invalid-answer';
import { readJson } from './json-text';
import { withLongNumbersAsText } from './long-numbers';
import { type Unpacker, unpackerOf } from './unpack';

const MIB = 1024 * 1024;
const MAX_BODY_BYTES = 32 * MIB;

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Reads a body as UTF-8, unpacking it when it is packed. `limit` bounds the bytes on the wire, beyond which the
 * stream is destroyed, and the bytes unpacked, beyond which no more are.
 * @throws {InvalidAnswer} when it is too large or cannot be unpacked; errors of the stream and of zlib as they are.
 */
export async function readBody(
  body: Readable,
  contentEncoding: unknown,
  limit = MAX_BODY_BYTES,
): Promise<string> {
  const unpack = unpackerOf(contentEncoding);
  const bytes = await pipeline(body, collector(limit));
  // Buffer's own decoder takes a fraction of TextDecoder's time on Node 20; only the byte order mark is left to us.
  const text = (unpack ? await unpacked(unpack, bytes, limit) : bytes).toString('utf8');
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}

/** Parses the text of an answer, which has to be a JSON object; a list by itself is read as one in a wrapper. */
export function parseObject(text: string): Record<string, unknown> {
  const value = parse(text);
  if (Array.isArray(value)) return { data: value };
  if (isObject(value)) return value;
  throw new InvalidAnswer('HappyRobot sent JSON that is not an object.');
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): unknown {
  try {
    return readJson(withLongNumbersAsText(text));
  } catch {
    // The parser's message quotes the text.
    throw new InvalidAnswer(
      text.trim() === ''
        ? 'HappyRobot sent an empty answer.'
        : 'HappyRobot sent an answer that is not JSON, or was cut short.',
    );
  }
}

function collector(limit: number) {
  return async (source: AsyncIterable<Buffer>) => {
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of source) {
      size += chunk.length;
      if (size > limit) throw tooLarge(limit);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  };
}

async function unpacked(unpack: Unpacker, bytes: Buffer, limit: number): Promise<Buffer> {
  return unpack(bytes, limit).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_BUFFER_TOO_LARGE' ? tooLarge(limit) : error;
  });
}

function tooLarge(limit: number): InvalidAnswer {
  return new InvalidAnswer(`HappyRobot sent an answer larger than ${limit / MIB} MiB.`);
}
