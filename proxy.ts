import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { problem } from '@/lib/call/problem-kinds';
import { isHostAccepted } from '@/lib/server/door/host';
import { developmentPolicy, pagePolicy } from '@/lib/server/door/policy';
import { isApi, type Refusal, refusalOf } from '@/lib/server/door/refusals';
import { stripped } from '@/lib/server/door/strip';

const policyOf = process.env.NODE_ENV === 'development' ? developmentPolicy : pagePolicy;
const setting = { authMode: process.env.AUTH_MODE, hostname: process.env.HOSTNAME };

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
  const refusal = refusalOf({ method, pathname, search, headers });
  if (refusal) return refused(refusal);
  if (isApi(pathname)) {
    const clean = stripped(headers);
    return NextResponse.next(clean && { request: { headers: clean } });
  }
  const policy = policyOf(randomBytes(16).toString('base64'));
  const clean = stripped(headers) ?? new Headers(headers);
  clean.set('content-security-policy', policy);
  const answer = NextResponse.next({ request: { headers: clean } });
  answer.headers.set('content-security-policy', policy);
  return answer;
}

function refused({ status, detail, allow }: Refusal): Response {
  return new Response(JSON.stringify({ ...problem('invalid_request', detail), status }), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(allow !== undefined && { allow }),
    },
  });
}

export const config = { matcher: ['/((?!_next/static/).*)'] };
