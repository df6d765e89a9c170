/** The newest address that the page wrote and Next has not drawn yet. */
let undrawn: string | null = null;
/** The newest address that was written, whoever asks has not heard of yet. */
let unheard: string | null = null;
let kept = false;

/**
 * Keeps Next from taking back what the person has just chosen. When Next has drawn an address it writes that address
 * into the history once more; where a newer one was written meanwhile, it would be lost, and the next change, which
 * starts from the address in the history, would make that last. What Next draws late no longer moves the address.
 * Call it before writing, when Next has put its own hands around the history.
 */
export function keepLatestAddress(): void {
  if (kept) return;
  kept = true;
  const { history } = window;
  const push = history.pushState.bind(history);
  const replace = history.replaceState.bind(history);

  history.pushState = (data, unused, url) => {
    undrawn = isNexts(data) ? null : absolute(url);
    unheard = absolute(url);
    push(data, unused, url);
  };
  history.replaceState = (data, unused, url) => {
    if (!isNexts(data)) undrawn = unheard = absolute(url);
    // Whoever has gone back is no longer at it, and wants the older one. The event that tells so may come too late.
    else if (undrawn === window.location.href && isOlder(absolute(url), undrawn))
      return replace(data, unused, undrawn);
    else undrawn = null;
    replace(data, unused, url);
  };
}

/**
 * Whether the address has been chosen since this was asked before, and not come to by Back or Forward. The event that
 * tells of those may come when the page is drawn already.
 */
export function wasChosen(): boolean {
  const chosen = unheard === window.location.href;
  unheard = null;
  return chosen;
}

/** Another address of the same page; one of another page is where the person went. */
function isOlder(drawn: string, newest: string): boolean {
  return drawn !== newest && new URL(drawn).pathname === new URL(newest).pathname;
}

/** Next marks the states that it writes itself. */
function isNexts(data: unknown): boolean {
  return typeof data === 'object' && data !== null && '__NA' in data && data.__NA === true;
}

function absolute(url: string | URL | null | undefined): string {
  return new URL(url ?? '', window.location.href).href;
}
