/** When the page was last loaded again for its code, and which page that was. */
const KEY = 'callscope.healed';
/** Two servers of different builds behind one address must not throw a page back and forth. */
const PATIENCE_MS = 60_000;

/** Why code is not there: nobody answers, or loading the page again has not helped. */
export type LoadTrouble = 'unreachable' | 'missing';

/**
 * What is done when code of the page cannot be fetched. After an update of the server the code of an older page is
 * gone: the page is loaded again, once, with its address; drafts are kept in the browser. Settles only where that
 * is no help.
 */
export async function healPage(): Promise<LoadTrouble> {
  if (!(await serverAnswers())) return 'unreachable';
  if (!mayReload()) return 'missing';
  window.location.reload();
  return new Promise(() => {});
}

/** Whether an error says that code of the page could not be fetched. */
export function isMissingCode(error: Error): boolean {
  return error.name === 'ChunkLoadError' || /Failed to load chunk/.test(error.message);
}

/** Leaving a page that works in part for the browser's own page of errors would be worse. */
async function serverAnswers(): Promise<boolean> {
  return fetch('/api/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Notes that the page is loaded again. A browser that keeps no notes could not tell a second time from the first. */
function mayReload(): boolean {
  try {
    const [at = '', build] = (sessionStorage.getItem(KEY) ?? '').split(' ', 2);
    if (build === buildOfPage() || Date.now() - Number(at) < PATIENCE_MS) return false;
    sessionStorage.setItem(KEY, `${Date.now()} ${buildOfPage()}`);
    return true;
  } catch {
    return false;
  }
}

/** The names of scripts change with what is in them. */
function buildOfPage(): string {
  const first = document.querySelector<HTMLScriptElement>('script[src*="/_next/static/"]');
  return first ? new URL(first.src).pathname : '';
}
