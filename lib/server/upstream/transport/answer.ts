import type { Dispatcher } from 'undici';
import { type Failure, type Refusal, statusFailure } from '@/lib/server/upstream/port/failures';
import { InvalidAnswer } from '@/lib/server/upstream/port/invalid-answer';
import { isObject, parseObject, readBody } from './body/body';
import type { KeyGuard } from './key-guard';
import { parseRetryAfter } from './retry-after';
import type { UpstreamRequest } from './upstream-request';

const MAX_REFUSAL_BYTES = 16 * 1024;
const MAX_QUOTE = 200;

/**
 * Makes a JSON object or a {@link Failure} of an answer. Its body is read, or thrown away, in every case.
 * @throws {InvalidAnswer} and the errors of the stream and of zlib.
 */
export async function readAnswer(
  { subject, method = 'GET' }: Pick<UpstreamRequest, 'subject' | 'method'>,
  response: Dispatcher.ResponseData,
  guard: KeyGuard,
): Promise<Record<string, unknown> | Failure> {
  try {
    if (response.statusCode < 300)
      return await (method === 'GET' ? readSuccess(response, guard) : readDone(response, guard));
    if (response.statusCode < 400) throw new InvalidAnswer(redirection(response, guard));
    return statusFailure(subject, await readRefusal(response, guard));
  } finally {
    discard(response.body);
  }
}

async function readSuccess({ headers, body }: Dispatcher.ResponseData, guard: KeyGuard) {
  if (/\bhtml\b/i.test(String(headers['content-type']))) {
    throw new InvalidAnswer(
      'HappyRobot sent a web page instead of JSON: HAPPYROBOT_API_URL may be wrong.',
    );
  }
  return parseObject(guard.redact(await readBody(body, headers['content-encoding'])));
}

/** The answer to a write: its status has said that it is done, and what comes with it is often nothing. */
async function readDone(response: Dispatcher.ResponseData, guard: KeyGuard) {
  try {
    return await readSuccess(response, guard);
  } catch (error) {
    if (error instanceof InvalidAnswer) return {};
    throw error;
  }
}

async function readRefusal(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  guard: KeyGuard,
): Promise<Refusal> {
  const refusal = { status, retryAfter: parseRetryAfter(headers['retry-after']) };
  if (speaksForItself(status) || !/\bjson\b/i.test(String(headers['content-type']))) return refusal;
  // Whatever is wrong with this body, the status has said what matters.
  const text = await readBody(body, headers['content-encoding'], MAX_REFUSAL_BYTES).catch(() => '');
  return { ...refusal, message: quotable(text, guard) };
}

/** The upstream's own words, when they are short and plain, and reveal nothing. */
function quotable(text: string, guard: KeyGuard): string | undefined {
  const message = messageOf(text)?.trim();
  if (message === undefined || message === '' || message.length > MAX_QUOTE) return undefined;
  // Markup, control characters, and runs long enough to be an encoded key are not quoted.
  if (/[<>\p{Cc}\p{Cf}]|[^\s]{40,}/u.test(message) || guard.reveals(message)) return undefined;
  return message;
}

function messageOf(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const said = isObject(value) ? (value.message ?? value.error) : undefined;
    return typeof said === 'string' ? said : undefined;
  } catch {
    return undefined;
  }
}

function redirection({ headers: { location } }: Dispatcher.ResponseData, guard: KeyGuard): string {
  const origin = originOf(location);
  const target = origin === undefined || guard.reveals(origin) ? '' : ` to ${origin}`;
  return `HappyRobot's address redirects${target}: HAPPYROBOT_API_URL should be the final address.`;
}

/** The origin of an address; the rest of it can carry what was sent. */
function originOf(location: unknown): string | undefined {
  if (typeof location !== 'string' || !URL.canParse(location)) return undefined;
  const { origin } = new URL(location);
  return /^https?:.{1,100}$/.test(origin) ? origin : undefined;
}

/** Whether a status says enough for the upstream's words about it not to be read. */
function speaksForItself(status: number): boolean {
  return status >= 500 || [401, 403, 404, 408, 429].includes(status);
}

/** Lets go of what is left of a body: a little is read so that the connection can be used again. */
export function discard(body: Dispatcher.ResponseData['body']): void {
  if (body.destroyed || body.readableEnded) return;
  // A body that breaks while nobody reads it concerns nobody.
  body.dump({ limit: MAX_REFUSAL_BYTES }).catch(() => undefined);
}
