'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import { type ReactNode, type Ref, type RefObject, useEffect, useRef } from 'react';
import { useReaderScroll } from '@/components/calls/drawer/transcript/following/use-reader-scroll';
import { isWithin, whenDrawn } from '@/components/calls/drawer/transcript/reveal';
import type { Turn } from '@/lib/call/transcript/turns';

/** Fewer turns than this are simply all there: finding in the page and screen readers work best that way. */
const VIRTUAL_FROM = 120;
/** A heading and two lines of text. */
const USUAL_HEIGHT = 76;
/** How much of the turn before is seen above the one that was gone to. */
const CONTEXT = 40;

export type TurnListHandle = {
  /** Scrolls to a turn, or to what the search found in it, unless it is in sight. */
  reveal: (index: number, what: 'turn' | 'mark') => void;
  focus: () => void;
};

type TurnListProps = {
  turns: readonly Turn[];
  handle: RefObject<TurnListHandle | null>;
  draw: (turn: Turn, index: number, measure: Ref<HTMLLIElement>) => ReactNode;
  /** Somebody scrolls by hand. */
  onReaderScroll: () => void;
};

/** The turns in a scrolling region of their own; of very many only those in sight are drawn. */
export function TurnList({ turns, handle, draw, onReaderScroll }: TurnListProps) {
  const scroller = useRef<HTMLElement>(null);
  const virtual = turns.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: turns.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => turns[index]?.id ?? index,
    estimateSize: () => USUAL_HEIGHT,
    scrollPaddingStart: CONTEXT,
    initialRect: { width: 560, height: 800 },
    overscan: 8,
  });

  useEffect(() => {
    let stop = () => {};
    const reveal: TurnListHandle['reveal'] = (index, what) => {
      stop();
      const region = scroller.current;
      const item = region?.querySelector(`[data-index="${index}"]`);
      if (!region || (what === 'turn' && item && isWithin(region, item))) return;
      if (virtual && !item) virtualizer.scrollToIndex(index, { align: 'start' });
      else if (what === 'turn') item?.scrollIntoView({ block: 'start' });
      if (what === 'mark') stop = whenDrawn(region, 'mark[data-current]');
    };
    handle.current = { reveal, focus: () => scroller.current?.focus() };
    return () => stop();
  }, [handle, virtual, virtualizer]);

  useReaderScroll(scroller, onReaderScroll);
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const after = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <section
      ref={scroller}
      aria-label="Turns"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
      tabIndex={0}
      className={clsx(
        'min-h-0 flex-1 overflow-auto overscroll-contain focus-visible:-outline-offset-2',
        // The virtualizer keeps what is seen in place by itself.
        virtual && '[overflow-anchor:none]',
      )}
    >
      <ol style={virtual ? { paddingTop: before, paddingBottom: after } : undefined}>
        {virtual
          ? items.map(({ index }) => drawn(index, virtualizer.measureElement))
          : turns.map((_, index) => drawn(index, null))}
      </ol>
    </section>
  );

  function drawn(index: number, measure: Ref<HTMLLIElement>) {
    const turn = turns[index];
    return turn && draw(turn, index, measure);
  }
}
