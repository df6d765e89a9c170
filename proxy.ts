import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { isCallscopeError } from '@/lib/server/errors';
import type { Problem } from './lib/call/answers/problem';
import { problem } from './lib/call/answers/problem-kinds';
import { clientAddress } from './lib/server/http/client-address';
import { isForwardAccepted } from './lib/server/http/security/forwarded';
import { isHostAccepted } from './lib/server/http/security/host';
import { developmentPolicy, pagePolicy } from './lib/server/http/security/policy';
import { isApi, type Refusal, refusalOf } from './lib/server/http/security/refusals';
import { createRequestLimits } from './lib/server/http/security/request-limits';
import { stripped } from './lib/server/http/security/strip-headers';

const policyOf = process.env.NODE_ENV === 'development' ? developmentPolicy : pagePolicy;
const setting = {
  authMode: process.env.AUTH_MODE,
  hostname: process.env.HOSTNAME,
  demo: process.env.CALLSCOPE_DEMO === '1',
};

/** Pages have a share of their own, as large as that of the API; the start has checked the variable. */
const USUAL_PER_MINUTE = 1200;
const perMinute = Number(process.env.REQUESTS_PER_MINUTE?.trim() || USUAL_PER_MINUTE);
const limits = createRequestLimits(perMinute, () => performance.now());

/**
 * The door: everything but static files comes through here. It refuses what nobody has a reason to send and gives
 * every page a nonce and its policy. Who may see what is decided by the services, never here.
 */
export function proxy(request: NextRequest): Response {
  const { method, headers } = request;
  const { pathname, search } = request.nextUrl;
  if (!isHostAccepted(headers.get('host'), setting)) {
    return refused({
      status: 421,
      detail: 'Without sign-in Callscope answers to localhost only. AUTH_MODE lets it have a name.',
    });
  }
  if (!isForwardAccepted(headers, setting)) {
    return refused({
      status: 403,
      detail:
        'This request came by a proxy, and without sign-in Callscope is for this machine only. Choose how people sign in, for example AUTH_MODE=password, and set TRUSTED_PROXIES=1: see README, Sign-in.',
    });
  }
  const refusal = refusalOf({ method, pathname, search, headers });
  if (refusal) return refused(refusal);
  if (isApi(pathname)) {
    const clean = stripped(headers);
    return NextResponse.next(clean && { request: { headers: clean } });
  }
  const tooMany = tooManyPages(headers);
  if (tooMany) return tooMany;
  const policy = policyOf(randomBytes(16).toString('base64'));
  const clean = stripped(headers) ?? new Headers(headers);
  clean.set('content-security-policy', policy);
  const answer = NextResponse.next({ request: { headers: clean } });
  answer.headers.set('content-security-policy', policy);
  return answer;
}

/** What tells an address that it asked for too many pages; undefined while it has not. */
function tooManyPages(headers: Headers): Response | undefined {
  try {
    limits.countAddress(clientAddress(headers), 'open');
    return undefined;
  } catch (error) {
    if (!isCallscopeError(error)) throw error;
    const { retry_after = 1 } = error.extra;
    const told = problem(error.code, error.message, { retry_after });
    return answerWith(told, { 'retry-after': String(retry_after) });
  }
}

function refused({ status, detail, allow }: Refusal): Response {
  const told = { ...problem('invalid_request', detail), status };
  return answerWith(told, allow === undefined ? {} : { allow });
}

function answerWith(told: Problem, more: Record<string, string>): Response {
  return new Response(JSON.stringify(told), {
    status: told.status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...more,
    },
  });
}

export const config = { matcher: ['/((?!_next/static/).*)'] };
