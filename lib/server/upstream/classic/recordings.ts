import type { Dispatcher } from 'undici';
import { type Failure, statusFailure } from '@/lib/server/upstream/port/failures';
import type { Recording, Sound } from '@/lib/server/upstream/port/recording';
import type { Operation } from '@/lib/server/upstream/transport/abort';
import { discard } from '@/lib/server/upstream/transport/answer';
import type { Http } from '@/lib/server/upstream/transport/http';
import type { KeyGuard } from '@/lib/server/upstream/transport/key-guard';
import type { Resilience } from '@/lib/server/upstream/transport/resilience';
import { parseRetryAfter } from '@/lib/server/upstream/transport/retry-after';
import { readRecording } from './recording-answer';

/** Assumed: the reference says what is answered and not at which address. Nothing else in the code names it. */
function pathOf(id: string): string {
  return `/calls/${encodeURIComponent(id)}/recording`;
}

/** Addresses come in various forms, the sound perhaps at once. */
const ACCEPT = 'application/json, text/plain;q=0.9, audio/*;q=0.8, */*;q=0.1';

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
