import { LONGEST_ADDRESS } from '@/lib/call/limits';

/** Where people land who came from nowhere in particular. */
const DEFAULT_RETURN_PATH = '/calls';

/** A page's path and its query. */
const LONGEST = 64 + LONGEST_ADDRESS;
/** Never asked: it only shows whether an address stays where it is resolved. */
const SOMEWHERE = 'http://callscope.invalid';
/** Browsers drop or bend these before they read an address, so that it is another than the one that was checked. */
const BENT = /[\p{Cc}\p{Cf}\p{Z}\\]/u;
/** Nobody goes back to signing in, and answers for programs are no pages. */
const NO_PAGES: ReadonlySet<string> = new Set(['login', 'api']);

/**
 * Where to go after signing in: the path and the query of a page of ours, whatever the text asks for. What leads
 * anywhere else becomes the list of calls.
 */
export function safeReturnPath(text: string | null | undefined, longest = LONGEST): string {
  if (!text?.startsWith('/') || text.length > longest || BENT.test(text)) {
    return DEFAULT_RETURN_PATH;
  }
  if (!URL.canParse(text, SOMEWHERE)) return DEFAULT_RETURN_PATH;
  const { origin, pathname, search } = new URL(text, SOMEWHERE);
  return origin === SOMEWHERE && isPage(pathname) ? `${pathname}${search}` : DEFAULT_RETURN_PATH;
}

/** Of a path that is resolved already. */
function isPage(pathname: string): boolean {
  if (pathname.startsWith('//')) return false;
  const segments = pathname.slice(1).split('/').map(decoded);
  if (segments.some((segment) => segment === undefined || BENT.test(segment))) return false;
  if (segments.some((segment) => segment?.includes('/'))) return false;
  return !NO_PAGES.has(segments[0]?.toLowerCase() ?? '');
}

function decoded(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment);
  } catch {
    return undefined;
  }
}
