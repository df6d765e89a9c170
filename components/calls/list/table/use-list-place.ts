'use client';

import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { wasChosen } from '@/lib/url/latest-address';
import { createListPlaces, type ListPlace } from './list-places';

/** A row is drawn, and cards before it are measured, some moments after the list was scrolled there. */
const SETTLING_FRAMES = 30;

const places = createListPlaces({
  getItem: (key) => sessionStorage.getItem(key),
  setItem: (key, text) => sessionStorage.setItem(key, text),
});

if (typeof window !== 'undefined') window.addEventListener('pagehide', places.save);

type ListPlaceParts = {
  /** What tells this list from others. */
  list: string;
  /** The rows are still those of the list before. */
  outdated: boolean;
  scroller: RefObject<HTMLElement | null>;
  /** The call of the row that the keyboard is at. */
  row: string | null;
  /** Scrolls to where the row of a call is, about; its index is as it was a while ago. */
  scrollTo: (top: NonNullable<ListPlace['top']>) => void;
  /** The keyboard goes on from the row of a call. */
  onResume: (row: string) => void;
};

/**
 * Whoever comes back to a list, from another page, by Back or by loading it again, is where they were in it. A list
 * that was chosen starts at its first row; the same one, read again, stays where it is.
 */
export function useListPlace({
  list,
  outdated,
  scroller,
  row,
  scrollTo,
  onResume,
}: ListPlaceParts) {
  const shown = useRef<string | null>(null);

  const scrollAgain = useEffectEvent(scrollTo);
  const arrive = useEffectEvent(() => {
    if (outdated || shown.current === list) return;
    const chosen = wasChosen() && shown.current !== null;
    const top = scroller.current?.scrollTop ?? 0;
    shown.current = list;
    if (chosen) places.keep(list, { top: null, row: null });
    const place = places.find(list);
    if (place?.row) onResume(place.row);
    const to = place?.top;
    if (to) {
      scrollTo(to);
      settle(scroller.current, to, () => scrollAgain(to));
    } else if (top > 0) scroller.current?.scrollTo({ top: 0 });
  });
  useLayoutEffect(() => arrive(), [list, outdated]);

  useEffect(() => {
    if (row !== null && shown.current === list) places.keep(list, { row });
  }, [list, row]);

  useEffect(() => {
    const element = scroller.current;
    let frame = 0;
    const note = () => {
      frame = 0;
      if (shown.current !== null) places.keep(shown.current, { top: topOf(element) });
    };
    const noteSoon = () => {
      frame ||= requestAnimationFrame(note);
    };
    element?.addEventListener('scroll', noteSoon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element?.removeEventListener('scroll', noteSoon);
    };
  }, [scroller]);
}

/** The row at the upper edge; null at the start of the list. */
function topOf(scroller: HTMLElement | null): ListPlace['top'] {
  if (!scroller || scroller.scrollTop <= 0) return null;
  const edge = scroller.getBoundingClientRect().top;
  for (const row of scroller.querySelectorAll<HTMLElement>('tr[data-call]')) {
    const { top, bottom } = row.getBoundingClientRect();
    const { call: id, index } = row.dataset;
    if (bottom > edge && id) return { id, index: Number(index), below: top - edge };
  }
  return null;
}

/**
 * Brings a row to where it was, as soon as it is drawn and for as long as what is above it still grows, unless the
 * person moves meanwhile.
 */
function settle(
  scroller: HTMLElement | null,
  { id, below }: NonNullable<ListPlace['top']>,
  scrollAgain: () => void,
) {
  const moved = new AbortController();
  for (const event of ['wheel', 'touchstart', 'keydown', 'pointerdown'])
    window.addEventListener(event, () => moved.abort(), { passive: true, signal: moved.signal });
  const attempt = (frames: number) => {
    if (!scroller?.isConnected || moved.signal.aborted) return;
    if (frames === 0) return moved.abort();
    const row = scroller.querySelector(`tr[data-call="${id}"]`);
    const now = row && row.getBoundingClientRect().top - scroller.getBoundingClientRect().top;
    if (now === null) scrollAgain();
    else if (Math.abs(now - below) >= 1) scroller.scrollTop += now - below;
    requestAnimationFrame(() => attempt(frames - 1));
  };
  attempt(SETTLING_FRAMES);
}
