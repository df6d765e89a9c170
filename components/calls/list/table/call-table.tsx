'use client';

import clsx from 'clsx';
import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { useSelectMark } from '@/components/calls/compare/select/use-select-mark';
import { PANEL_WIDTH, useScreenFrom } from '@/components/calls/drawer/frame/use-screen-from';
import { firstTab } from '@/components/calls/list/first-tab';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import { usePage } from '@/components/shell/context/page-context';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { SortBy } from '@/lib/call/query/filters';
import { type Address, addressQuery } from '@/lib/url/address';
import type { ShownColumn } from '@/lib/url/columns';
import { isFlexible, widthOf } from './columns/column-widths';
import { TableHead } from './columns/table-head';
import type { DrawAll } from './copying/copy-rows';
import { useCopyRows } from './copying/use-copy-rows';
import { allRows, type DrawnRows } from './drawn-rows';
import { ListSkeleton } from './list-skeleton';
import { CARD_HEIGHT, focusWhenDrawn, HEADER_HEIGHT, keepInView, placeOf } from './scrolling';
import { TableRow } from './table-row';
import { useListPlace } from './use-list-place';

const RowWindow = lazily(() => import('./row-window'));

/** Fewer rows than this are simply all there. */
const VIRTUAL_FROM = 120;
const ROW_HEIGHT = { comfortable: 36, compact: 28 } as const;
/** With a line for what was said. */
const TALL_ROW_HEIGHT = 56;

export type CallTableHandle = {
  /** Moves the keyboard to a row, scrolling it into view. */
  focusRow: (index: number) => void;
};

type CallTableProps = {
  page: CallsResponse;
  /** What tells this list from others, over all that is read again of it. */
  list: string;
  address: Address;
  /** Index of the row that the keyboard is at, and Tab reaches. */
  active: number;
  /** Its call; null as long as the keyboard has been at none. */
  row: string | null;
  /** The focus, or a way back to this list, has led to the row of a call. */
  onReach: (id: string) => void;
  /** The old rows, while the new ones are on their way. */
  outdated: boolean;
  handle: RefObject<CallTableHandle | null>;
  onOpen: (id: string) => void;
  onColumns: (columns: ShownColumn[]) => void;
  onSort: (key: SortBy) => void;
};

/** A page of calls; below 768 pixels each row is a card. */
export function CallTable(props: CallTableProps) {
  const count = props.page.calls.length;
  const { density } = usePage().preferences;
  const scroller = useRef<HTMLDivElement>(null);
  const cards = !useScreenFrom(PANEL_WIDTH);
  const oneLine = props.page.said ? TALL_ROW_HEIGHT : ROW_HEIGHT[density];
  const rowHeight = cards ? CARD_HEIGHT : oneLine;
  const [whole, setWhole] = useState(false);
  const drawAll = () => {
    flushSync(() => setWhole(true));
    return () => setWhole(false);
  };
  const table = (rows: DrawnRows) => (
    <Rows
      {...props}
      rows={whole ? allRows(count) : rows}
      drawAll={drawAll}
      scroller={scroller}
      rowHeight={rowHeight}
    />
  );
  if (count < VIRTUAL_FROM) return table(allRows(count));
  return (
    <Lazily meanwhile={<ListSkeleton />}>
      <RowWindow count={count} rowHeight={rowHeight} differ={cards} scroller={scroller}>
        {table}
      </RowWindow>
    </Lazily>
  );
}

type RowsProps = CallTableProps & {
  rows: DrawnRows;
  drawAll: DrawAll;
  scroller: RefObject<HTMLDivElement | null>;
  /** Pixels; about so many where rows are cards. */
  rowHeight: number;
};

function Rows(props: RowsProps) {
  const { page, list, address, active, row, outdated, handle, rows, scroller, rowHeight } = props;
  const { drawAll, onReach, onOpen, onColumns, onSort } = props;
  const { preferences } = usePage();
  const odd = new Set(page.meta.odd.map(({ id }) => id));
  const said = useMemo(() => new Map(page.said?.map((each) => [each.id, each])), [page.said]);
  const mark = useSelectMark();
  const reviewer = useReviewer();
  const startOf = (index: number) =>
    rows.startOf(index) ?? placeOf(scroller.current, index, rowHeight);
  const show = useEffectEvent((index: number) =>
    keepInView(scroller.current, startOf(index), rowHeight),
  );

  useEffect(() => {
    handle.current = {
      focusRow: (index) => {
        show(index);
        focusWhenDrawn(scroller.current, index + page.offset + 2);
      },
    };
  }, [handle, page.offset, scroller]);

  useCopyRows(scroller, drawAll);
  useListPlace({
    list,
    outdated,
    scroller,
    row,
    scrollTo: ({ id, index, below }) => {
      const found = page.calls.findIndex((call) => call.id === id);
      scroller.current?.scrollTo({
        top: startOf(found < 0 ? index : found) + HEADER_HEIGHT - below,
      });
    },
    onResume: (id) => {
      onReach(id);
      const index = page.calls.findIndex((call) => call.id === id);
      const elsewhere = document.activeElement?.closest('main, [role=dialog]');
      if (index >= 0 && !address.call && !elsewhere)
        focusWhenDrawn(scroller.current, index + page.offset + 2);
    },
  });

  const opened = page.calls.findIndex(({ id }) => id === address.call);
  useEffect(() => {
    if (opened >= 0) show(opened);
  }, [opened]);

  const reachable = rows.items.includes(active) ? active : rows.first;
  const columnIds = useMemo(() => address.columns.map(({ id }) => id), [address.columns]);
  const fills = address.columns.some(isFlexible);
  // Where the rows lead follows a moment later: each of them is drawn anew for it.
  const base = useDeferredValue(
    addressQuery({ ...address, call: null, tab: firstTab(address), turn: null, t: null }),
  );

  return (
    <div
      ref={scroller}
      data-screen
      className={clsx(
        'relative min-h-0 flex-1 overflow-auto overscroll-contain motion-safe:transition-opacity',
        outdated && 'opacity-50',
      )}
    >
      <table
        aria-label="Calls"
        aria-busy={outdated}
        aria-rowcount={page.count + 1}
        width={address.columns.reduce((sum, column) => sum + widthOf(column), 0)}
        className="min-w-full table-fixed border-separate border-spacing-0 text-sm max-md:block max-md:w-full"
      >
        <colgroup className="max-md:hidden">
          {address.columns.map((column) => (
            <col key={column.id} width={isFlexible(column) ? undefined : widthOf(column)} />
          ))}
          {page.said && <col width={0} />}
          {!fills && <col />}
        </colgroup>
        <TableHead address={address} fills={fills} onColumns={onColumns} onSort={onSort} />
        <tbody
          onFocus={({ target }) => {
            const id = target.closest<HTMLElement>('tr[data-call]')?.dataset.call;
            if (id) onReach(id);
          }}
          className="max-md:block"
        >
          {rows.before > 0 && <Spacer height={rows.before} />}
          {rows.items.map((index) => {
            const call = page.calls[index];
            return (
              call && (
                <TableRow
                  key={call.id}
                  call={call}
                  columns={columnIds}
                  fills={fills}
                  index={index}
                  measure={rows.measure}
                  href={`${base === '' ? '?' : `${base}&`}call=${call.id}`}
                  position={page.offset + index + 1}
                  reachable={index === reachable}
                  open={call.id === address.call}
                  odd={odd.has(call.id)}
                  compact={preferences.density === 'compact'}
                  tall={page.said !== undefined}
                  said={said.get(call.id)}
                  reviewer={reviewer}
                  mark={mark}
                  onOpen={onOpen}
                />
              )
            );
          })}
          {rows.after > 0 && <Spacer height={rows.after} />}
        </tbody>
      </table>
    </div>
  );
}

/** Holds the place of rows that are out of sight. */
function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden className="max-md:block">
      <td height={height} className="max-md:block" />
    </tr>
  );
}
