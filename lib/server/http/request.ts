import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import type { Identity, Permission } from '@/lib/auth/roles';
import type { Problem } from '@/lib/call/answers/problem';
import { problem } from '@/lib/call/answers/problem-kinds';
import type { Auth } from '@/lib/server/auth/auth';
import { authorise } from '@/lib/server/auth/authorise';
import { isCallscopeError } from '@/lib/server/errors';
import type { Log } from '@/lib/server/observability/log';
import type { Metrics } from '@/lib/server/observability/metrics';
import { measureUpstreamTime } from '@/lib/server/observability/upstream-time';
import { maskProblem } from '@/lib/server/services/redaction/answers';
import { shownTo } from '@/lib/server/services/redaction/shown';
import { clientAddress } from './client-address';
import { readBody } from './request-body';
import { refuseCrossSite } from './security/cross-site';
import { refuseLongQuery } from './security/query-length';
import type { RequestLimits } from './security/request-limits';

/** What a handler gets to know about a request, whoever sent it. */
export type OpenIncoming<Params> = {
  /** The query, decoded. */
  query: URLSearchParams;
  params: Params;
  headers: Headers;
  /** Goes along with an answer that succeeds. */
  outgoing: Headers;
  /** The JSON of the body, held to a schema. */
  body: <T>(schema: z.ZodMiniType<T>) => Promise<T>;
  /** Aborted when the client has gone away. */
  signal: AbortSignal;
};

/** The same of somebody who may ask. */
export type Incoming<Params> = OpenIncoming<Params> & { who: Identity };

/** Where a handler stands and who may call it. */
export type RouteRule = {
  /** The pattern of the path, as log lines name it: `/api/calls/{id}`. */
  path: string;
  /** What whoever asks must be allowed to do; `open` is for everybody. */
  access: Permission | 'open';
};

/** What handlers need of the server. */
export type RequestParts = {
  log: Log;
  auth: Auth;
  limits: RequestLimits;
  metrics?: Pick<Metrics, 'answered'>;
};

export type NextHandler<Params> = (
  request: Request,
  context: { params: Promise<Params> },
) => Promise<Response>;

/** Nobody reads this status: the client has gone. It is the log's word for it. */
const CLIENT_CLOSED_REQUEST = 499;

const SEE_OTHER = 303;

/** One request from its start to its log line, which is written once and holds no value of the query. */
export type OpenRequest = {
  /**
   * @throws {CallscopeError} before anything else is looked at: `too_many_requests`, `cross_site_request`,
   * `invalid_request` for a query that is too long, `signed_out` or `not_allowed`
   */
  incoming: <Params>(params: Promise<Params>) => Promise<Incoming<Params>>;
  /** For routes that are open to everybody. */
  openIncoming: <Params>(params: Promise<Params>) => Promise<OpenIncoming<Params>>;
  /** Runs what makes the answer, so that the log line can tell how long it waited for HappyRobot. */
  during: <T>(work: () => Promise<T>) => Promise<T>;
  /** The answer as far as it is known now; the log line waits for {@link OpenRequest.done}. */
  respond: (
    type: string,
    body: BodyInit | null,
    headers?: Record<string, string>,
    status?: number,
  ) => Response;
  /** The whole answer has left. */
  done: () => void;
  /** The client went away before it did. */
  abandon: () => void;
  /** An answer that sends the browser somewhere else, whole as it is. */
  redirect: (to: { location: string; setCookies: readonly string[] }) => Response;
  /** Turns a failure into the answer that tells it, or notes that nobody waits any more. */
  fail: (error: unknown) => Response;
};

export function openRequest(
  request: Request,
  { path, access }: RouteRule,
  parts: () => RequestParts,
): OpenRequest {
  const started = performance.now();
  const id = requestId(request);
  const upstreamTime = measureUpstreamTime();
  let user: string | undefined;
  let whoAsks: Identity | undefined;
  const line = (status: number) => ({
    method: request.method,
    route: path,
    request_id: id,
    status,
    duration_ms: rounded(performance.now() - started),
    upstream_ms: rounded(upstreamTime.total()),
    user,
  });
  let answered = 200;
  let written = false;
  const once = (status: number, write: () => void) => {
    if (written) return;
    written = true;
    write();
    const ms = performance.now() - started;
    parts().metrics?.answered({ method: request.method, route: path, status, ms });
  };
  const done = (status: number) => once(status, () => parts().log.info(line(status), 'request'));
  const outgoing = new Headers();
  const openIncoming = async <Params>(params: Promise<Params>): Promise<OpenIncoming<Params>> => {
    const { search, searchParams: query } = new URL(request.url);
    parts().limits.countAddress(clientAddress(request.headers), access);
    refuseCrossSite(request.method, request.headers);
    refuseLongQuery(search);
    return {
      query,
      params: await params,
      headers: request.headers,
      outgoing,
      body: (schema) => readBody(request, schema),
      signal: request.signal,
    };
  };
  return {
    openIncoming,
    during: upstreamTime.during,
    async incoming(params) {
      if (access === 'open') throw new Error('An open route does not know who asks.');
      const open = await openIncoming(params);
      const { who, setCookie } = await parts().auth.visit(request.headers);
      if (setCookie !== undefined) outgoing.append('set-cookie', setCookie);
      user = who?.account?.email;
      whoAsks = who;
      if (who) parts().limits.countPerson(who, access);
      return { ...open, who: authorise(who, access) };
    },
    respond(type, body, headers, status = 200) {
      answered = status;
      const response = respond(status, type, body, id, headers);
      for (const [name, value] of outgoing) response.headers.append(name, value);
      return response;
    },
    done: () => done(answered),
    abandon: () => done(CLIENT_CLOSED_REQUEST),
    redirect({ location, setCookies }) {
      done(SEE_OTHER);
      const response = respond(SEE_OTHER, 'text/plain', null, id, { location });
      for (const one of setCookies) response.headers.append('set-cookie', one);
      return response;
    },
    fail(error) {
      if (request.signal.aborted) {
        done(CLIENT_CLOSED_REQUEST);
        return new Response(null, { status: CLIENT_CLOSED_REQUEST });
      }
      const told = toProblem(error, id);
      once(told.status, () =>
        report(parts().log, { ...line(told.status), code: told.code }, told, error),
      );
      const shown = whoAsks && shownTo(whoAsks, told, maskProblem);
      return respond(told.status, 'application/problem+json', JSON.stringify(shown ?? told), id, {
        ...(told.retry_after !== undefined && { 'retry-after': String(told.retry_after) }),
      });
    },
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
  else if (told.status >= 500)
    log.warn({ ...line, detail: loggedOf(error), err: error }, 'request');
  else log.info(line, 'request');
}

function loggedOf(error: unknown): string | undefined {
  return isCallscopeError(error) ? error.logged : undefined;
}

/** Milliseconds to two places. */
function rounded(ms: number | undefined): number | undefined {
  return ms === undefined ? undefined : Math.round(ms * 100) / 100;
}

/** The caller's own id where it is short and harmless, so that its logs and ours can be joined. */
function requestId(request: Request): string {
  const given = request.headers.get('x-request-id') ?? '';
  return /^[A-Za-z0-9_.-]{1,64}$/.test(given) ? given : randomUUID();
}

function respond(
  status: number,
  type: string,
  body: BodyInit | null,
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
