import type { Header } from '@tanstack/react-table';
import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { CallRow } from '@/lib/call/call';
import type { Sort } from '@/lib/call/query/filters';
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH } from '@/lib/url/columns';
import type { CallTableFeatures } from './use-call-table';

type HeaderCellProps = {
  header: Header<CallTableFeatures, CallRow>;
  label: string;
  /** Said beside the label, such as the zone of times. */
  detail?: string;
  numeric: boolean;
  /** The order, where this column can be sorted by; `none` while another column is. */
  sort: Sort | 'none' | null;
  onSort: () => void;
  /** How far the right edge is being dragged just now, in pixels. */
  dragged: number | null;
  onResize: (width: number) => void;
  /** Takes its part of the room that the others leave. */
  flexible: boolean;
};

export function HeaderCell(props: HeaderCellProps) {
  const { header, label, detail, numeric, flexible, sort, dragged, onSort, onResize } = props;
  return (
    <th
      scope="col"
      aria-sort={sort === null ? undefined : ARIA_SORT[sort]}
      data-column={header.id}
      className={clsx(
        'group relative h-8 border-line-strong bg-surface px-2 text-xs font-medium text-muted first:z-20 max-md:px-0 md:border-b md:first:sticky md:first:left-0 md:first:pl-8',
        // Cards have no columns; what they can be sorted by stays.
        sort === null ? 'max-md:sr-only' : 'max-md:flex max-md:items-center',
        numeric ? 'text-right' : 'text-left',
      )}
    >
      {sort === null ? (
        <span className="block truncate">{label}</span>
      ) : (
        <button
          type="button"
          onClick={onSort}
          className={clsx(
            'group/sort -mx-1 inline-flex h-6 max-w-[calc(100%+8px)] items-center gap-1 rounded px-1 align-middle hover:bg-hover',
            sort !== 'none' && 'text-text',
          )}
        >
          {label}
          <SortIcon sort={sort} />
          {detail && ' '}
          {detail && <span className="truncate font-normal text-faint">{detail}</span>}
        </button>
      )}
      <ResizeHandle
        header={header}
        label={label}
        dragged={dragged}
        flexible={flexible}
        onResize={onResize}
      />
    </th>
  );
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending', none: 'none' } as const;

/** Where the column is not sorted by, the hand is shown what a click would do. */
function SortIcon({ sort }: { sort: Sort | 'none' }) {
  const Icon = sort === 'asc' ? ArrowUp : ArrowDown;
  const shown =
    sort !== 'none' || 'opacity-0 group-hover/sort:opacity-60 group-focus-visible/sort:opacity-60';
  return <Icon aria-hidden className={clsx('size-3 shrink-0', shown)} />;
}

const STEP = 16;

/** The line between two columns; while it is dragged only the line moves, the column follows on release. */
function ResizeHandle({
  header,
  label,
  dragged,
  flexible,
  onResize,
}: Pick<HeaderCellProps, 'header' | 'label' | 'dragged' | 'flexible' | 'onResize'>) {
  const width = header.getSize();
  const start = header.getResizeHandler();
  // Keys can come faster than the address answers: each goes on from where the last one led.
  const wanted = useRef<number | null>(null);
  useEffect(() => {
    if (wanted.current === width) wanted.current = null;
  }, [width]);
  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={`Width of ${label}`}
      aria-valuenow={width}
      aria-valuetext={flexible ? 'As much as there is room' : undefined}
      aria-valuemin={MIN_COLUMN_WIDTH}
      aria-valuemax={MAX_COLUMN_WIDTH}
      onMouseDown={start}
      onTouchStart={start}
      onKeyDown={resizeByKey}
      className={clsx(
        'absolute top-0 -right-1.5 z-10 group-last:right-0 max-md:hidden m-0 h-full w-3 border-0 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:left-1.5 after:w-px after:bg-line-strong hover:after:w-0.5 hover:after:bg-accent focus-visible:after:w-0.5 focus-visible:after:bg-accent',
        dragged !== null && 'after:w-0.5 after:bg-accent',
      )}
      style={dragged === null ? undefined : { transform: `translateX(${dragged}px)` }}
    />
  );

  function resizeByKey(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const drawn = event.currentTarget.parentElement?.offsetWidth ?? width;
    const next = (wanted.current ?? drawn) + step;
    wanted.current = Math.min(MAX_COLUMN_WIDTH, Math.max(MIN_COLUMN_WIDTH, next));
    onResize(wanted.current);
  }
}
