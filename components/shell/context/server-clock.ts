/** A clock that is off by less is as good as the server's: the page took a while to come, too. */
const BEARABLE_MS = 120_000;

/** How far the clock of the browser is behind that of the server. */
let behind = 0;

/** Tells what the server's clock showed when it drew the page. */
export function setServerClock(renderedAt: number): void {
  const difference = renderedAt - Date.now();
  behind = Math.abs(difference) > BEARABLE_MS ? difference : 0;
}

/** Milliseconds since the epoch by the server's clock, by which ranges like "today" are read; the browser's may be off. */
export function serverNow(): number {
  return Date.now() + behind;
}
