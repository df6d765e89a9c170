import * as z from 'zod/mini';
import { type Problem, problem, problemSchema } from '@/lib/call/problem';

/**
 * GETs JSON from our own server and checks it against the schema both sides share.
 * Rejects with a {@link Problem} (a plain object, so that one rendered on the server hydrates unchanged);
 * with the signal's AbortError when aborted.
 */
export async function getJson<T>(
  path: string,
  schema: z.ZodMiniType<T>,
  signal?: AbortSignal,
): Promise<T> {
  const response = await fetch(path, { headers: { accept: 'application/json' }, signal }).catch(
    (error: unknown) => {
      if (signal?.aborted) throw error;
      throw problem(
        'callscope_unreachable',
        'The browser got no answer from the Callscope server.',
      );
    },
  );
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(body, response.status);
  const answer = z.safeParse(schema, body);
  if (answer.success) return answer.data;
  throw problem('internal_error', 'Callscope sent an answer that this page does not understand.');
}

/** Whatever was thrown, as a problem that can be shown. */
export function problemOf(thrown: unknown, status?: number): Problem {
  const known = z.safeParse(problemSchema, thrown);
  if (known.success) return known.data;
  return problem(
    'internal_error',
    status === undefined
      ? 'Something unforeseen went wrong in this page.'
      : `Callscope answered with status ${status} and no explanation.`,
  );
}
