import type { ZodMiniType } from 'zod/mini';
import { type Problem, pageProblem } from '@/lib/call/answers/problem';
import { tellSignedOut } from './signed-out';

type Schemas = typeof import('@/lib/call/answers/responses') &
  typeof import('@/lib/call/answers/index-responses') &
  typeof import('@/lib/call/answers/breakdown-responses') &
  typeof import('@/lib/call/answers/review-responses') &
  typeof import('@/lib/call/answers/conversations-responses') &
  typeof import('@/lib/call/answers/outcomes-responses') &
  typeof import('@/lib/call/answers/campaign-responses') &
  typeof import('@/lib/call/answers/extraction-responses') &
  typeof import('@/lib/call/transcript/transcript') &
  typeof import('@/lib/call/recording/waveform') &
  typeof import('@/lib/call/answers/upstream-check') &
  typeof import('@/lib/auth/session-responses');

/** The schemas, and zod with them, are fetched beside the first answer: the first page comes without asking. */
async function loadSchemas(): Promise<Schemas> {
  const [
    responses,
    indexResponses,
    breakdownResponses,
    reviewResponses,
    conversationsResponses,
    campaignResponses,
    outcomesResponses,
    extractionResponses,
    transcript,
    waveform,
    upstream,
    session,
  ] = await Promise.all([
    import('@/lib/call/answers/responses'),
    import('@/lib/call/answers/index-responses'),
    import('@/lib/call/answers/breakdown-responses'),
    import('@/lib/call/answers/review-responses'),
    import('@/lib/call/answers/conversations-responses'),
    import('@/lib/call/answers/campaign-responses'),
    import('@/lib/call/answers/outcomes-responses'),
    import('@/lib/call/answers/extraction-responses'),
    import('@/lib/call/transcript/transcript'),
    import('@/lib/call/recording/waveform'),
    import('@/lib/call/answers/upstream-check'),
    import('@/lib/auth/session-responses'),
  ]);
  return {
    ...responses,
    ...indexResponses,
    ...breakdownResponses,
    ...reviewResponses,
    ...conversationsResponses,
    ...campaignResponses,
    ...outcomesResponses,
    ...extractionResponses,
    ...transcript,
    ...waveform,
    ...upstream,
    ...session,
  };
}

/**
 * GETs JSON from our own server and checks it against the schema both sides share.
 * Rejects with a {@link Problem} (a plain object, so that one rendered on the server hydrates unchanged);
 * with the signal's AbortError when aborted.
 */
export async function getJson<T>(
  path: string,
  pick: (schemas: Schemas) => ZodMiniType<T>,
  signal?: AbortSignal,
): Promise<T> {
  return askJson(path, pick, { headers: { accept: 'application/json' }, signal });
}

/** The same for any request; `signal` of the request is heeded. */
export async function askJson<T>(
  path: string,
  pick: (schemas: Schemas) => ZodMiniType<T>,
  request: RequestInit,
): Promise<T> {
  const { signal } = request;
  const [response, schemas] = await Promise.all([fetch(path, request), loadSchemas()]).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error;
      throw noAnswer();
    },
  );
  tellSignedOut(response.status === 401 && path !== '/api/session');
  if (!response.ok) throw await refusalOf(response);
  const body: unknown = await response.json().catch(() => undefined);
  signal?.throwIfAborted();
  const answer = pick(schemas).safeParse(body);
  if (answer.success) return answer.data;
  throw pageProblem(
    'internal_error',
    'Callscope sent an answer that this page does not understand.',
  );
}

/** What an answer that is not the one asked for says. */
export async function refusalOf(response: Response): Promise<Problem> {
  const [body, { problemSchema }] = await Promise.all([
    response.json().catch((): unknown => undefined),
    loadSchemas(),
  ]);
  return problemSchema.safeParse(body).data ?? unexplained(response.status);
}

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(thrown: unknown): Problem {
  return isProblem(thrown)
    ? thrown
    : pageProblem('internal_error', 'Something unexpected went wrong on this page.');
}

/** Guarantee: only our own server and {@link getJson} make objects with a code and the other parts of a problem. */
function isProblem(thrown: unknown): thrown is Problem {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false;
  return 'status' in thrown && 'title' in thrown && 'detail' in thrown;
}

export function noAnswer(): Problem {
  return pageProblem(
    'callscope_unreachable',
    'The browser got no answer from the Callscope server.',
  );
}

function unexplained(status: number): Problem {
  return pageProblem(
    'internal_error',
    `Callscope answered with status ${status} and no explanation.`,
  );
}
