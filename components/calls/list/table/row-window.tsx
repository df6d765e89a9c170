'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { DrawnRows } from './drawn-rows';

type RowWindowProps = {
  count: number;
  /** Pixels; about so many where rows differ. */
  rowHeight: number;
  /** Rows are as high as their content. */
  differ: boolean;
  scroller: RefObject<HTMLElement | null>;
  children: (rows: DrawnRows) => ReactNode;
};

/** Of many rows only those in sight and a few around them. Load it lazily: most pages are short. */
export default function RowWindow(props: RowWindowProps) {
  const { count, rowHeight, differ, scroller, children } = props;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 1200, height: 900 },
    overscan: 6,
  });

  // The virtualizer remembers the size of rows, so a change of density has to be told.
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const drawn = virtualizer.getVirtualItems();
  return children({
    items: drawn.map(({ index }) => index),
    before: drawn[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    first: virtualizer.range?.startIndex ?? 0,
    startOf: (index) => virtualizer.measurementsCache[index]?.start,
    measure: differ ? virtualizer.measureElement : undefined,
  });
}
