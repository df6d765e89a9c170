/** The table's header stays at the top, over the rows. */
export const HEADER_HEIGHT = 32;
/** About: a card is as high as its lines. */
export const CARD_HEIGHT = 90;

/** Where a row begins below the header, in pixels. Cards are as high as their lines, so they are asked. */
export function placeOf(scroller: HTMLElement | null, index: number, rowHeight: number): number {
  if (rowHeight !== CARD_HEIGHT) return index * rowHeight;
  const row = scroller?.querySelectorAll<HTMLElement>('tr[data-call]')[index];
  return row ? row.offsetTop - HEADER_HEIGHT : index * rowHeight;
}

/** Scrolls no further than it takes to see a row whole, and never sideways. */
export function keepInView(scroller: HTMLElement | null, top: number, rowHeight: number) {
  if (!scroller) return;
  const lowest = top + rowHeight + HEADER_HEIGHT - scroller.clientHeight;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  else if (lowest > scroller.scrollTop) scroller.scrollTo({ top: lowest });
}

/** The row that is waited for: who has gone on to another one does not want the focus there. */
let awaited = 0;

/**
 * A row scrolled to is drawn a moment later; after some seconds we no longer wait for it, and not where the person has
 * gone elsewhere meanwhile.
 */
export function focusWhenDrawn(scroller: HTMLElement | null, rowIndex: number) {
  const until = performance.now() + 5000;
  const from = document.activeElement;
  awaited = rowIndex;
  const attempt = () => {
    const { activeElement, body } = document;
    if (awaited !== rowIndex || (activeElement !== from && activeElement !== body)) return;
    const link = scroller?.querySelector<HTMLElement>(`tr[aria-rowindex="${rowIndex}"] a`);
    if (link) link.focus({ preventScroll: true });
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}
