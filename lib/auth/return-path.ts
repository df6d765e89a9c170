const HOME = '/calls';
/** Only for taking an address apart; nobody is ever led there. */
const HERE = 'https://callscope.invalid';
const BEFORE_PAGES = /^\/(?:login|api)(?:[/?#]|$)/i;

/**
 * Where somebody goes on after signing in: a page of Callscope, whatever the text says; anything else leads to the
 * calls. Browsers skip tabs and line breaks in addresses and take a backslash for a slash: such texts are none.
 */
export function safeReturnPath(text: string | null | undefined): string {
  if (!text?.startsWith('/') || /[\\\p{C}]/u.test(text) || !URL.canParse(text, HERE)) return HOME;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  if (origin !== HERE || pathname.startsWith('//') || BEFORE_PAGES.test(pathname)) return HOME;
  return `${pathname}${search}${hash}`;
}
