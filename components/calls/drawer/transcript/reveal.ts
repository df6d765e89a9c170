/** Whether something is in sight as a whole inside what scrolls. */
export function isWithin(region: Element, item: Element): boolean {
  const outer = region.getBoundingClientRect();
  const inner = item.getBoundingClientRect();
  return inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** After so many frames in sight nothing moves it any more. */
const STEADY_FRAMES = 4;
const PATIENCE_MS = 1500;

/**
 * Brings into sight what is drawn a moment later and may be moved by what is measured around it. Returns the way to
 * stop it.
 */
export function whenDrawn(region: Element, selector: string): () => void {
  const until = performance.now() + PATIENCE_MS;
  let steady = 0;
  let frame = requestAnimationFrame(attempt);
  return () => cancelAnimationFrame(frame);

  function attempt() {
    const found = region.querySelector(selector);
    const there = found !== null && isWithin(region, found);
    if (found && !there) found.scrollIntoView({ block: 'nearest' });
    steady = there ? steady + 1 : 0;
    if (steady < STEADY_FRAMES && performance.now() < until) frame = requestAnimationFrame(attempt);
  }
}
