'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useRowHeight } from './drawn-rows';
import { type CallTableProps, TableFrame } from './table-frame';

/** A page of so many calls that only those in sight are drawn. Load it lazily: it carries the engine for that. */
export default function VirtualTable(props: CallTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { cards, rowHeight } = useRowHeight();
  const virtualizer = useVirtualizer({
    count: props.page.calls.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 1200, height: 900 },
    overscan: 16,
  });

  // The virtualizer remembers the size of rows, so a change of density has to be told.
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const drawn = virtualizer.getVirtualItems();
  const rows = {
    items: drawn.map(({ index }) => index),
    before: drawn[0]?.start ?? 0,
    after: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0),
    first: virtualizer.range?.startIndex,
    startOf: (index: number) => virtualizer.measurementsCache[index]?.start,
    measure: cards ? virtualizer.measureElement : undefined,
  };
  return <TableFrame {...props} scroller={scroller} rows={rows} />;
}
