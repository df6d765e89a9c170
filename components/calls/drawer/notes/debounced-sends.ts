/**
 * What waits a few seconds before it is sent, so that undoing it means that it never left. Who leaves the page sends
 * it at once: the requests outlive the page.
 */

const HOLD_MS = 5_000;

const held = new Map<string, { timer: ReturnType<typeof setTimeout>; send: () => void }>();
let listening = false;

export function hold(key: string, send: () => void): void {
  release(key);
  held.set(key, { timer: setTimeout(() => sendNow(key), HOLD_MS), send });
  if (listening) return;
  listening = true;
  window.addEventListener('pagehide', () => {
    for (const each of [...held.keys()]) sendNow(each);
  });
}

/** Sends what is held without waiting any longer. */
function sendNow(key: string): void {
  const send = held.get(key)?.send;
  release(key);
  send?.();
}

/** Takes it back; false when it has left already. */
export function release(key: string): boolean {
  clearTimeout(held.get(key)?.timer);
  return held.delete(key);
}
