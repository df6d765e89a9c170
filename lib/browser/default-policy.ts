/** The part of the browser's Trusted Types that is used here; TypeScript's own types do not know them yet. */
type PolicyFactory = {
  createPolicy: (
    name: string,
    rules: Record<
      'createScript' | 'createHTML' | 'createScriptURL',
      (text: string) => string | null
    >,
  ) => unknown;
};

/**
 * Says what becomes of a text that a library hands to one of the browser's script sinks without a policy of its own:
 * the address of a script must be one of ours, markup may only be the empty script that React makes its script
 * elements from, and text never becomes code. It is code of a file and not a script in the page: React owns every
 * element of the page, and would hand the text of that one to the policy in it when it draws the page anew.
 */
export function createDefaultPolicy(): void {
  trustedTypes()?.createPolicy('default', {
    createScript: () => null,
    createHTML: (html) => (html === EMPTY_SCRIPT ? html : null),
    createScriptURL: (address) => (isOwnScript(address, window.location.origin) ? address : null),
  });
}

const EMPTY_SCRIPT = '<script></script>';

/** Loaded by every page, and no part of the build. */
const LAST_RESORT = '/last-resort.js';

/** Whether an address, seen from a page of `origin`, leads to a script of this build. */
export function isOwnScript(address: string, origin: string): boolean {
  if (!URL.canParse(address, origin)) return false;
  const url = new URL(address, origin);
  if (url.origin !== origin) return false;
  return url.pathname.startsWith('/_next/static/') || url.pathname === LAST_RESORT;
}

/** Absent in browsers without Trusted Types; where they are, they have had this shape since the first of them. */
function trustedTypes(): PolicyFactory | undefined {
  const { trustedTypes } = window as { trustedTypes?: PolicyFactory };
  return trustedTypes;
}
