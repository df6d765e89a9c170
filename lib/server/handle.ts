import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { type Problem, problem } from '@/lib/call/problem';
import { container } from './container';
import { isCallscopeError } from './errors';
import type { Log } from './log';
import { bodyOf } from './packing';

/** What a handler gets to know about its request. */
export type Incoming<Params> = {
  /** The query, decoded. */
  query: URLSearchParams;
  params: Params;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
};

type Route<Answer extends z.ZodMiniType> = {
  /** The pattern of the path, as log lines name it: `/api/calls/{id}`. */
  path: string;
  /** What the answer must look like; what it does not declare does not leave. */
  answer: Answer;
};

type NextHandler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** Nobody reads this status: the client has gone. It is the log's word for it. */
const CLIENT_CLOSED_REQUEST = 499;

/**
 * Makes a route handler of a function that answers with data: the answer is held to its schema, failures become
 * problem details, and the request gets an id and a log line without any value of its query.
 */
export function handle<Params, Answer extends z.ZodMiniType>(
  route: Route<Answer>,
  answer: (incoming: Incoming<Params>) => Promise<z.input<Answer>>,
  log: () => Log = () => container().log,
): NextHandler<Params> {
  const schema = z.compile(route.answer);
  return async (request, { params }) => {
    const started = performance.now();
    const id = requestId(request);
    const line = { method: request.method, route: route.path, request_id: id };
    const finish = (status: number) => ({
      ...line,
      status,
      duration_ms: Math.round((performance.now() - started) * 100) / 100,
    });
    try {
      const { searchParams: query } = new URL(request.url);
      const data = await answer({ query, params: await params, signal: request.signal });
      const text = JSON.stringify(z.parse(schema, data));
      const body = await bodyOf(text, request.headers.get('accept-encoding'));
      log().info(finish(200), 'request');
      return respond(200, 'application/json', body.bytes, id, body.headers);
    } catch (error) {
      if (request.signal.aborted) {
        log().info(finish(CLIENT_CLOSED_REQUEST), 'request');
        return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      }
      const told = toProblem(error, id);
      report(log(), { ...finish(told.status), code: told.code }, told, error);
      return respond(told.status, 'application/problem+json', JSON.stringify(told), id, {
        ...(told.retry_after !== undefined && { 'retry-after': String(told.retry_after) }),
      });
    }
  };
}

export function toProblem(error: unknown, id: string): Problem {
  if (isCallscopeError(error)) {
    const { retry_after, ...extra } = error.extra;
    const wait = retry_after === undefined ? {} : { retry_after: Math.ceil(retry_after) };
    return problem(error.code, error.message, { ...extra, ...wait });
  }
  return problem('internal_error', `The server's log tells more under the request id ${id}.`);
}

export function report(log: Log, line: object, told: Problem, error: unknown): void {
  if (told.code === 'internal_error') log.error({ ...line, err: error }, 'request');
  else if (told.status >= 500) log.warn({ ...line, detail: told.detail }, 'request');
  else log.info(line, 'request');
}

/** The caller's own id where it is short and harmless, so that its logs and ours can be joined. */
function requestId(request: Request): string {
  const given = request.headers.get('x-request-id') ?? '';
  return /^[A-Za-z0-9_.-]{1,64}$/.test(given) ? given : randomUUID();
}

function respond(
  status: number,
  type: string,
  body: string | Uint8Array<ArrayBuffer>,
  id: string,
  more: Record<string, string> = {},
): Response {
  const headers = {
    'content-type': type,
    'cache-control': 'no-store',
    'x-request-id': id,
    ...more,
  };
  return new Response(body, { status, headers });
}
