import { Readable } from 'node:stream';
import type { Dispatcher } from 'undici';
import { type Failure, statusFailure } from '@/lib/server/upstream/port/failures';
import { InvalidAnswer } from '@/lib/server/upstream/port/invalid-answer';
import type { Recording } from '@/lib/server/upstream/port/recording';
import { soundFormatOf, TELLING_BYTES } from '@/lib/server/upstream/port/sound-format';
import { discard } from '@/lib/server/upstream/transport/answer';
import { readBody } from '@/lib/server/upstream/transport/body/body';
import type { KeyGuard } from '@/lib/server/upstream/transport/key-guard';
import { parseRetryAfter } from '@/lib/server/upstream/transport/retry-after';
import { partsIn } from './recording-parts';

/** No address is longer; what is, is the sound itself. */
const MAX_ADDRESS_BYTES = 64 * 1024;

/** What an answer without sound or address means. */
const MISSING: Partial<Record<number, Recording['missing']>> = {
  202: 'not_ready',
  204: 'unknown',
  404: 'unknown',
  405: 'unknown',
  409: 'not_ready',
  410: 'gone',
  423: 'not_ready',
  425: 'not_ready',
  501: 'unknown',
};

/** Makes parts of an answer: an address in JSON or text, a redirection, or the sound itself. */
export async function readRecording(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  guard: KeyGuard,
  asked: string,
): Promise<Recording | Failure> {
  try {
    const missing = MISSING[status];
    if (missing !== undefined) return { parts: [], missing };
    if (status >= 300 && status < 400) return redirected(headers.location, guard, asked);
    if (status >= 400)
      return statusFailure('recording', {
        status,
        retryAfter: parseRetryAfter(headers['retry-after']),
      });
    const type = String(headers['content-type'] ?? '');
    if (/^(audio|video)\/|octet-stream/i.test(type)) return ITSELF;
    if (/\bhtml\b/i.test(type))
      throw new InvalidAnswer('HappyRobot sent a web page instead of a recording.');
    if (type === '' && Number(headers['content-length']) > MAX_ADDRESS_BYTES) return ITSELF;
    const { first, all } = await begun(body);
    if (type === '' && soundFormatOf(first) !== undefined) {
      // What has begun to be read cannot be read to its end by others: its connection is given up.
      body.destroy();
      return ITSELF;
    }
    return addressed(
      guard.redact(await readBody(all, headers['content-encoding'], MAX_ADDRESS_BYTES)),
    );
  } finally {
    discard(body);
  }
}

/** The first bytes of a body, enough to know a sound by, and all of it. */
async function begun(body: Readable): Promise<{ first: Buffer; all: Readable }> {
  const pieces: AsyncIterator<Buffer> = body[Symbol.asyncIterator]();
  let first = Buffer.alloc(0);
  let isOver = false;
  while (first.length < TELLING_BYTES && !isOver) {
    const { value, done } = await pieces.next();
    if (done) isOver = true;
    else first = Buffer.concat([first, value]);
  }
  async function* everything() {
    yield first;
    yield* { [Symbol.asyncIterator]: () => pieces };
  }
  return { first, all: Readable.from(everything()) };
}

const ITSELF: Recording = {
  parts: [{ session: null, url: null, start: null }],
  way: 'as the sound itself',
};

function redirected(location: unknown, guard: KeyGuard, asked: string): Recording {
  if (typeof location !== 'string' || !URL.canParse(location, asked))
    throw new InvalidAnswer('HappyRobot sent a redirection to a recording that leads nowhere.');
  const url = guard.redact(new URL(location, asked).href);
  return { parts: [{ session: null, url, start: null }], way: 'by a redirection' };
}

function addressed(text: string): Recording {
  const { value, way } = parsed(text);
  const parts = partsIn(value);
  return parts.length > 0 ? { parts, way } : { parts, missing: 'unknown' };
}

function parsed(text: string): { value: unknown; way: string } {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'string') return { value, way: 'as an address in JSON' };
    return { value, way: 'as an address in plain text' };
  } catch {
    return { value: text.trim(), way: 'as an address in plain text' };
  }
}
