import type { Dispatcher } from 'undici';
import { type Failure, statusFailure } from '@/lib/server/upstream/port/failures';
import { InvalidAnswer } from '@/lib/server/upstream/port/invalid-answer';
import type { Recording, Sound } from '@/lib/server/upstream/port/recording';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import { readBody } from '@/lib/server/upstream/transport/body/body';
import type { Http } from '@/lib/server/upstream/transport/http';
import type { KeyGuard } from '@/lib/server/upstream/transport/key-guard';
import type { Resilience } from '@/lib/server/upstream/transport/resilience';
import { parseRetryAfter } from '@/lib/server/upstream/transport/retry-after';
import { partsIn } from './recording-parts';

/** Assumed: the reference says what is answered and not at which address. Nothing else in the code names it. */
function pathOf(id: string): string {
  return `/calls/${encodeURIComponent(id)}/recording`;
}

/** Addresses come in various forms, the sound perhaps at once. */
const ACCEPT = 'application/json, text/plain;q=0.9, audio/*;q=0.8, */*;q=0.1';

/** No address is longer; what is, is the sound itself. */
const MAX_ADDRESS_BYTES = 64 * 1024;

const MAX_LEFT_BYTES = 16 * 1024;

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

/** The way to the sound of calls. */
export function createRecordings(http: Http, resilience: Resilience, baseUrl: string) {
  return {
    fetchRecording: (id: string, operation: Operation): Promise<Recording> => {
      const asked = {
        subject: 'recording',
        path: pathOf(id),
        headers: { accept: ACCEPT },
      } as const;
      const read = (response: Dispatcher.ResponseData, guard: KeyGuard) =>
        readRecording(response, guard, baseUrl + asked.path);
      return resilience.run(() => http.open(asked, operation, read), operation);
    },

    openSound: (
      id: string,
      session: string | null,
      range: string | undefined,
      operation: Operation,
    ): Promise<Sound> => {
      const headers = { accept: 'audio/*, */*;q=0.1', 'accept-encoding': 'identity' };
      const asked = {
        subject: 'sound',
        path: pathOf(id),
        ...(session !== null && { parameters: new URLSearchParams({ session_id: session }) }),
        headers: range === undefined ? headers : { ...headers, range },
      } as const;
      return resilience.run(() => http.open(asked, operation, readSound), operation);
    },
  };
}

async function readSound(response: Dispatcher.ResponseData): Promise<Sound | Failure> {
  const { statusCode: status, headers, body } = response;
  if (status < 500 && status !== 429) return { status, headers, body };
  discard(body);
  return statusFailure('sound', { status, retryAfter: parseRetryAfter(headers['retry-after']) });
}

/** A little of it is read, so that the connection can be used again; what breaks then concerns nobody. */
function discard(body: Dispatcher.ResponseData['body']): void {
  if (body.destroyed || body.readableEnded) return;
  body.dump({ limit: MAX_LEFT_BYTES }).catch(() => undefined);
}

/** Makes parts of an answer: an address in JSON or text, a redirection, or the sound itself. */
async function readRecording(
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
    return addressed(
      guard.redact(await readBody(body, headers['content-encoding'], MAX_ADDRESS_BYTES)),
    );
  } finally {
    discard(body);
  }
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
