'use client';

import clsx from 'clsx';
import { type RefObject, useEffect, useEffectEvent, useMemo } from 'react';
import { useSelectMark } from '@/components/calls/compare/select/use-select-mark';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import type { CallsResponse } from '@/lib/call/answers/responses';
import { SORT_KEYS, type SortKey } from '@/lib/call/query/filters';
import { zonePlace } from '@/lib/format/time';
import { type Address, addressQuery } from '@/lib/url/address';
import type { ShownColumn } from '@/lib/url/columns';
import { columnOf } from './columns';
import { useCopyRows } from './copying/use-copy-rows';
import { type DrawnRows, useRowHeight } from './drawn-rows';
import { HeaderCell } from './header-cell';
import { TableRow } from './table-row';
import { useCallTable } from './use-call-table';
import { useListPlace } from './use-list-place';

const HEADER_HEIGHT = 32;

export type CallTableHandle = {
  /** Moves the keyboard to a row, scrolling it into view. */
  focusRow: (index: number) => void;
};

export type CallTableProps = {
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
  onSort: (key: SortKey) => void;
};

type TableFrameProps = CallTableProps & {
  scroller: RefObject<HTMLDivElement | null>;
  rows: DrawnRows;
};

/** The table around the rows that are drawn. */
export function TableFrame(props: TableFrameProps) {
  const { page, list, address, active, row, outdated, handle, scroller, rows } = props;
  const { onReach, onOpen, onColumns, onSort } = props;
  const { preferences } = usePage();
  const { zone } = useTime();
  const odd = new Set(page.meta.odd.map(({ id }) => id));
  const mark = useSelectMark();
  const { table, resize } = useCallTable(page.calls, address.columns, onColumns, (id) =>
    scroller.current?.querySelector<HTMLElement>(`th[data-column=${id}]`),
  );
  const { cards, rowHeight } = useRowHeight();
  const startOf = (index: number) =>
    rows.startOf(index) ?? (cards ? startOfCard(scroller.current, index) : index * rowHeight);
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
  }, [handle, page.offset]);

  useCopyRows(scroller);
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

  const [headers] = table.getHeaderGroups();
  const reachable = rows.items.includes(active) ? active : (rows.first ?? rows.items[0]);
  const columnIds = useMemo(() => address.columns.map(({ id }) => id), [address.columns]);
  const fills = address.columns.some(isFlexible);
  const base = addressQuery({ ...address, call: null, tab: null, turn: null });

  return (
    <div
      ref={scroller}
      className={clsx(
        'relative min-h-0 flex-1 overflow-auto overscroll-contain motion-safe:transition-opacity',
        outdated && 'opacity-50',
      )}
    >
      <table
        aria-label="Calls"
        aria-busy={outdated}
        aria-rowcount={page.count + 1}
        width={table.getTotalSize()}
        className="min-w-full table-fixed border-separate border-spacing-0 text-sm max-md:block max-md:w-full"
      >
        <colgroup className="max-md:hidden">
          {address.columns.map((column) => (
            <col key={column.id} width={isFlexible(column) ? undefined : widthOf(column)} />
          ))}
          {!fills && <col />}
        </colgroup>
        <thead className="sticky top-0 z-10 max-md:block">
          <tr
            aria-rowindex={1}
            className="max-md:flex max-md:gap-3 max-md:border-b max-md:border-line-strong max-md:bg-surface max-md:px-3"
          >
            {headers?.headers.map((header, index) => (
              <HeaderCell
                key={header.id}
                header={header}
                label={String(header.column.columnDef.header)}
                numeric={columnIds.some((id, at) => at === index && columnOf(id).numeric)}
                flexible={address.columns.some((shown, at) => at === index && isFlexible(shown))}
                detail={header.id === 'created' ? zonePlace(zone) : undefined}
                sort={sortOf(header.id, address)}
                onSort={() => onSort(sortKeyOf(header.id) ?? 'created')}
                dragged={
                  header.column.getIsResizing() ? table.state.columnResizing.deltaOffset : null
                }
                onResize={(width) => resize(header.id, width)}
              />
            ))}
            {!fills && (
              <td aria-hidden className="border-b border-line-strong bg-surface max-md:hidden" />
            )}
          </tr>
        </thead>
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

/** Columns that can be sorted by bear the names of the sort keys. */
function sortKeyOf(column: string): SortKey | undefined {
  return SORT_KEYS.find((key) => key === column);
}

function sortOf(column: string, { sort, sort_by }: Address) {
  const key = sortKeyOf(column);
  if (key === undefined) return null;
  return key === sort_by ? sort : 'none';
}

/** Takes its part of the room that is left, unless somebody has chosen its width. */
function isFlexible({ id, width }: ShownColumn): boolean {
  return columnOf(id).flexible === true && width === undefined;
}

function widthOf({ id, width }: ShownColumn): number {
  return width ?? columnOf(id).width;
}

/** Holds the place of rows that are out of sight. */
function Spacer({ height }: { height: number }) {
  return (
    <tr aria-hidden className="max-md:block">
      <td height={height} className="max-md:block" />
    </tr>
  );
}

/** Where a card begins below the header, in pixels. Cards are as high as their lines, so they are asked. */
function startOfCard(scroller: HTMLElement | null, index: number): number {
  const card = scroller?.querySelectorAll<HTMLElement>('tr[data-call]')[index];
  return card ? card.offsetTop - HEADER_HEIGHT : 0;
}

/** Scrolls no further than it takes to see a row whole, and never sideways. */
function keepInView(scroller: HTMLElement | null, top: number, rowHeight: number) {
  if (!scroller) return;
  const lowest = top + rowHeight + HEADER_HEIGHT - scroller.clientHeight;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  else if (lowest > scroller.scrollTop) scroller.scrollTo({ top: lowest });
}

/** The row that is waited for: who has gone on to another one does not want the focus there. */
let awaited = 0;

/** A row scrolled to is drawn a moment later; after a second we no longer wait for it. */
function focusWhenDrawn(scroller: HTMLElement | null, rowIndex: number) {
  const until = performance.now() + 1000;
  awaited = rowIndex;
  const attempt = () => {
    if (awaited !== rowIndex) return;
    const link = scroller?.querySelector<HTMLElement>(`tr[aria-rowindex="${rowIndex}"] a`);
    if (link) link.focus({ preventScroll: true });
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}
