import type { ZodMiniType } from 'zod/mini';
import { PROBLEM_CODES, type Problem, problem } from '@/lib/call/problem';

type Schemas = typeof import('@/lib/call/responses') & typeof import('@/lib/call/index-responses');

/** The schemas, and zod with them, are fetched beside the first answer: the first page comes without asking. */
async function loadSchemas(): Promise<Schemas> {
  const [calls, index] = await Promise.all([
    import('@/lib/call/responses'),
    import('@/lib/call/index-responses'),
  ]);
  return { ...calls, ...index };
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
  const [response, schemas] = await Promise.all([
    fetch(path, { headers: { accept: 'application/json' }, signal }),
    loadSchemas(),
  ]).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw problem('callscope_unreachable', 'The browser got no answer from the Callscope server.');
  });
  const body: unknown = await response.json().catch(() => undefined);
  signal?.throwIfAborted();
  if (!response.ok)
    throw schemas.problemSchema.safeParse(body).data ?? unexplained(response.status);
  const answer = pick(schemas).safeParse(body);
  if (answer.success) return answer.data;
  throw problem('internal_error', 'Callscope sent an answer that this page does not understand.');
}

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(thrown: unknown): Problem {
  return isProblem(thrown)
    ? thrown
    : problem('internal_error', 'Something unforeseen went wrong in this page.');
}

/** Guarantee: only our own server and {@link getJson} make objects with one of our codes, and both make them whole. */
function isProblem(thrown: unknown): thrown is Problem {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return false;
  return PROBLEM_CODES.some((code) => code === thrown.code);
}

function unexplained(status: number): Problem {
  return problem('internal_error', `Callscope answered with status ${status} and no explanation.`);
}
