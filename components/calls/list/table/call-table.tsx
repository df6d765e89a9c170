'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import clsx from 'clsx';
import {
  type RefObject,
  useDeferredValue,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
} from 'react';
import { useSelectMark } from '@/components/calls/compare/select/use-select-mark';
import { PANEL_WIDTH, useScreenFrom } from '@/components/calls/drawer/frame/use-screen-from';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import type { CallsResponse } from '@/lib/call/answers/responses';
import { SORT_KEYS, type SortKey } from '@/lib/call/query/filters';
import { zonePlace } from '@/lib/format/time';
import { type Address, addressQuery } from '@/lib/url/address';
import { type ColumnId, type ShownColumn, withWidth } from '@/lib/url/columns';
import { columnOf } from './columns';
import { useCopyRows } from './copying/use-copy-rows';
import { HeaderCell } from './header-cell';
import { TableRow } from './table-row';
import { useListPlace } from './use-list-place';

/** Fewer rows than this are simply all there: finding in the page and screen readers work best that way. */
const VIRTUAL_FROM = 120;
const HEADER_HEIGHT = 32;
const ROW_HEIGHT = { comfortable: 36, compact: 28 } as const;
/** About: a card is as high as its lines. */
const CARD_HEIGHT = 90;

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
  onSort: (key: SortKey) => void;
};

export function CallTable(props: CallTableProps) {
  const { page, list, address, active, row, outdated, handle } = props;
  const { onReach, onOpen, onColumns, onSort } = props;
  const { preferences } = usePage();
  const { zone } = useTime();
  const odd = new Set(page.meta.odd.map(({ id }) => id));
  const scroller = useRef<HTMLDivElement>(null);
  const mark = useSelectMark();
  const cards = !useScreenFrom(PANEL_WIDTH);
  const rowHeight = cards ? CARD_HEIGHT : ROW_HEIGHT[preferences.density];
  const virtual = page.calls.length >= VIRTUAL_FROM;
  const virtualizer = useVirtualizer({
    count: page.calls.length,
    enabled: virtual,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    initialRect: { width: 1200, height: 900 },
    overscan: 16,
  });

  // The virtualizer remembers the size of rows, so a change of density has to be told.
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);

  const startOf = (index: number) =>
    (virtual ? virtualizer.measurementsCache[index]?.start : undefined) ??
    placeOf(scroller.current, index, rowHeight);
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

  const drawn = virtual ? virtualizer.getVirtualItems() : undefined;
  const items = drawn?.map(({ index }) => index) ?? page.calls.map((_, index) => index);
  const reachable = items.includes(active) ? active : (virtualizer.range?.startIndex ?? items[0]);
  const before = drawn?.[0]?.start ?? 0;
  const after = drawn ? virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0) : 0;
  const columnIds = useMemo(() => address.columns.map(({ id }) => id), [address.columns]);
  const fills = address.columns.some(isFlexible);
  // Where the rows lead follows a moment later: each of them is drawn anew for it.
  const base = useDeferredValue(addressQuery({ ...address, call: null, tab: null, turn: null }));

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
        width={address.columns.reduce((sum, column) => sum + widthOf(column), 0)}
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
            {address.columns.map((column) => {
              const { label, numeric = false } = columnOf(column.id);
              return (
                <HeaderCell
                  key={column.id}
                  label={label}
                  numeric={numeric}
                  detail={column.id === 'created' ? zonePlace(zone) : undefined}
                  sort={sortOf(column.id, address)}
                  onSort={() => onSort(sortKeyOf(column.id) ?? 'created')}
                  width={widthOf(column)}
                  flexible={isFlexible(column)}
                  onResize={(width) => onColumns(resized(address.columns, column.id, width))}
                />
              );
            })}
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
          {before > 0 && <Spacer height={before} />}
          {items.map((index) => {
            const call = page.calls[index];
            return (
              call && (
                <TableRow
                  key={call.id}
                  call={call}
                  columns={columnIds}
                  fills={fills}
                  index={index}
                  measure={cards && virtual ? virtualizer.measureElement : undefined}
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
          {after > 0 && <Spacer height={after} />}
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

/** The columns with one of them as wide as wanted; its own width needs no saying, unless it would then be flexible. */
function resized(columns: readonly ShownColumn[], id: ColumnId, width: number): ShownColumn[] {
  const { width: own, flexible = false } = columnOf(id);
  return columns.map((column) =>
    column.id === id ? withWidth(id, width === own && !flexible ? 0 : width) : column,
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

/** Where a row begins below the header, in pixels. Cards are as high as their lines, so they are asked. */
function placeOf(scroller: HTMLElement | null, index: number, rowHeight: number): number {
  if (rowHeight !== CARD_HEIGHT) return index * rowHeight;
  const row = scroller?.querySelectorAll<HTMLElement>('tr[data-call]')[index];
  return row ? row.offsetTop - HEADER_HEIGHT : index * rowHeight;
}

/** Scrolls no further than it takes to see a row whole, and never sideways. */
function keepInView(scroller: HTMLElement | null, top: number, rowHeight: number) {
  if (!scroller) return;
  const lowest = top + rowHeight + HEADER_HEIGHT - scroller.clientHeight;
  if (top < scroller.scrollTop) scroller.scrollTo({ top });
  else if (lowest > scroller.scrollTop) scroller.scrollTo({ top: lowest });
}

/** A row scrolled to is drawn a moment later; after a second we no longer wait for it. */
function focusWhenDrawn(scroller: HTMLElement | null, rowIndex: number) {
  const until = performance.now() + 1000;
  const attempt = () => {
    const link = scroller?.querySelector<HTMLElement>(`tr[aria-rowindex="${rowIndex}"] a`);
    if (link) link.focus({ preventScroll: true });
    else if (performance.now() < until) requestAnimationFrame(attempt);
  };
  attempt();
}
