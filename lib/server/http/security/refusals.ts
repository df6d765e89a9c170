import { LONGEST_ADDRESS, LONGEST_QUESTION } from '@/lib/call/limits';

/** Why a request is not let in. */
export type Refusal = { status: number; detail: string; allow?: string };

/** What the door looks at. */
export type Knock = { method: string; pathname: string; search: string; headers: Headers };

const LONGEST_PATH = 1024;
/** By so much the door is wider than the API, so that whoever asks a little too much is told by the API. */
const SLACK = 1024;

/** Next reads these off a request; nobody but Next itself has a reason to write them. */
const INTERNAL_HEADERS = new Set([
  // Calls a Server Action by its id; there are none, and the decoder of its arguments has had holes.
  'next-action',
  'x-action-forwarded',
  'x-action-redirect',
  'x-action-revalidated',
  // Told Next that the proxy had run already (CVE-2025-29927).
  'x-middleware-subrequest',
  'x-middleware-subrequest-id',
  // Turn a page into its revalidation, its preview or a resumed half of itself.
  'x-prerender-revalidate',
  'x-prerender-revalidate-if-generated',
  'x-prerender-bypass-mode',
  'x-nextjs-postponed',
  'next-resume',
  // Name the route that answers, past the address.
  'x-invoke-path',
  'x-invoke-query',
  'x-invoke-output',
  'x-invoke-status',
  'x-invoke-error',
  'x-matched-path',
  'x-now-route-matches',
  'x-rewrite-url',
  'x-original-url',
  // Let a GET be taken for something else by what stands behind it.
  'x-http-method',
  'x-http-method-override',
  'x-method-override',
]);

const PAGE_METHODS = ['GET', 'HEAD'];
const API_METHODS = [...PAGE_METHODS, 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Names that reach into the prototype of whatever object they end up in. */
const PROTOTYPE_NAME = /(^|[/?&[\].])(__proto__|constructor|prototype)($|[/=&[\].])/i;

/** Why this request is refused before anything else looks at it; undefined when it may go on. */
export function refusalOf({ method, pathname, search, headers }: Knock): Refusal | undefined {
  const methods = isApi(pathname) ? API_METHODS : PAGE_METHODS;
  if (!methods.includes(method)) {
    return {
      status: 405,
      detail: 'This address does not take this method.',
      allow: methods.join(', '),
    };
  }
  for (const name of headers.keys()) {
    if (isInternal(name)) return bad('The request carries a header that only the server may set.');
  }
  if (pathname.length > LONGEST_PATH || search.length > longestSearch(pathname)) {
    return { status: 414, detail: 'The address is too long.' };
  }
  if (!isDecodable(pathname)) return bad('The address is not well-formed.');
  // In a query such a name is one that nobody knows: the API refuses it, a page says so and goes on.
  if (namesPrototype(pathname)) {
    return bad('The address has a name in it that nothing here has.');
  }
  return undefined;
}

/** The API tells itself what is wrong with a longer one; `/login` repeats the address of the page to come back to. */
function longestSearch(pathname: string): number {
  const repeats = isApi(pathname) || pathname === '/login';
  return repeats ? LONGEST_QUESTION + SLACK : LONGEST_ADDRESS;
}

/** Whether an address is one of the API's, found or not. */
export function isApi(pathname: string): boolean {
  return pathname === '/api' || pathname.startsWith('/api/');
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

function isInternal(name: string): boolean {
  return INTERNAL_HEADERS.has(name) || name.startsWith('x-middleware-');
}

function bad(detail: string): Refusal {
  return { status: 400, detail };
}

function namesPrototype(text: string): boolean {
  return PROTOTYPE_NAME.test(text) || (text.includes('%') && PROTOTYPE_NAME.test(decoded(text)));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
