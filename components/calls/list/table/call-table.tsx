'use client';

import { useRef } from 'react';
import { Lazily, lazily } from '@/components/ui/lazily';
import { ListSkeleton } from './list-skeleton';
import { type CallTableProps, TableFrame } from './table-frame';

/** Fewer rows than this are simply all there: finding in the page and screen readers work best that way. */
const VIRTUAL_FROM = 120;

const VirtualTable = lazily(() => import('./virtual-table'));

/** One page of calls. What draws only the rows in sight is fetched where there are many. */
export function CallTable(props: CallTableProps) {
  if (props.page.calls.length < VIRTUAL_FROM) return <WholeTable {...props} />;
  return (
    <Lazily meanwhile={<ListSkeleton />}>
      <VirtualTable {...props} />
    </Lazily>
  );
}

function WholeTable(props: CallTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = {
    items: props.page.calls.map((_, index) => index),
    before: 0,
    after: 0,
    first: undefined,
    startOf: () => undefined,
    measure: undefined,
  };
  return <TableFrame {...props} scroller={scroller} rows={rows} />;
}
