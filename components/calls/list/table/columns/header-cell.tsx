import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react';
import type { Sort } from '@/lib/call/query/filters';
import { MAX_COLUMN_WIDTH, MIN_COLUMN_WIDTH, type ShownColumn } from '@/lib/url/columns';

type HeaderCellProps = {
  id: ShownColumn['id'];
  label: string;
  /** The label as it is drawn, where that takes more than a text. */
  drawn?: ReactNode;
  /** Said beside the label, such as the zone of times. */
  detail?: string;
  numeric: boolean;
  /** The order, where this column can be sorted by; `none` while another column is. */
  sort: Sort | 'none' | null;
  onSort: () => void;
  /** Pixels; at least these where it is flexible. */
  width: number;
  /** Takes its part of the room that the others leave. */
  flexible: boolean;
  onResize: (width: number) => void;
};

export function HeaderCell(props: HeaderCellProps) {
  const { label, drawn = label, detail, numeric, sort, onSort } = props;
  return (
    <th
      scope="col"
      data-column={props.id}
      aria-sort={sort === null ? undefined : ARIA_SORT[sort]}
      className={clsx(
        'group relative h-8 has-data-numeric:text-right border-line-strong bg-surface px-2 text-xs font-medium text-muted first:z-20 max-md:px-0 md:border-b md:first:sticky md:first:left-0 md:first:pl-8',
        // Cards have no columns; what they can be sorted by stays.
        sort === null ? 'max-md:sr-only' : 'max-md:flex max-md:items-center',
        numeric ? 'text-right' : 'text-left',
      )}
    >
      {sort === null ? (
        <span className="block truncate">{drawn}</span>
      ) : (
        <button
          type="button"
          onClick={onSort}
          className={clsx(
            'group/sort -mx-1 inline-flex h-6 max-w-[calc(100%+8px)] items-center gap-1 rounded px-1 align-middle hover:bg-hover',
            sort !== 'none' && 'text-text',
          )}
        >
          {drawn}
          <SortIcon sort={sort} />
          {detail && ' '}
          {detail && <span className="truncate font-normal text-faint">{detail}</span>}
        </button>
      )}
      <ResizeHandle {...props} />
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

type ResizeHandleProps = Pick<HeaderCellProps, 'label' | 'width' | 'flexible' | 'onResize'>;

/** The line between two columns; while it is dragged only the line moves, the column follows on release. */
function ResizeHandle({ label, width, flexible, onResize }: ResizeHandleProps) {
  const start = useRef({ at: 0, drawn: width });
  const [offset, setOffset] = useState<number | null>(null);
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
      onPointerDown={grasp}
      onPointerMove={(event) => holds(event) && setOffset(event.clientX - start.current.at)}
      onPointerUp={release}
      onPointerCancel={() => setOffset(null)}
      onKeyDown={resizeByKey}
      className={clsx(
        'absolute top-0 -right-1.5 z-10 group-last:right-0 max-md:hidden m-0 h-full w-3 border-0 cursor-col-resize touch-none after:absolute after:inset-y-1.5 after:left-1.5 after:w-px after:bg-line-strong hover:after:w-0.5 hover:after:bg-accent focus-visible:after:w-0.5 focus-visible:after:bg-accent',
        offset !== null && 'after:w-0.5 after:bg-accent',
      )}
      style={offset === null ? undefined : { transform: `translateX(${offset}px)` }}
    />
  );

  function grasp(event: PointerEvent<HTMLElement>) {
    if (event.button !== 0) return;
    // Otherwise the text of the table is selected on the way.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    start.current = { at: event.clientX, drawn: drawnWidth(event.currentTarget) };
  }

  function release(event: PointerEvent<HTMLElement>) {
    if (!holds(event)) return;
    setOffset(null);
    const moved = event.clientX - start.current.at;
    if (moved !== 0) onResize(within(start.current.drawn + moved));
  }

  function resizeByKey(event: KeyboardEvent<HTMLElement>) {
    const step = { ArrowLeft: -STEP, ArrowRight: STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    wanted.current = within((wanted.current ?? drawnWidth(event.currentTarget)) + step);
    onResize(wanted.current);
  }

  /** A flexible column is wider than it has to be: it goes on from what is seen. */
  function drawnWidth(handle: HTMLElement): number {
    return handle.parentElement?.offsetWidth ?? width;
  }
}

function holds(event: PointerEvent): boolean {
  return event.currentTarget.hasPointerCapture(event.pointerId);
}

function within(width: number): number {
  return Math.min(MAX_COLUMN_WIDTH, Math.max(MIN_COLUMN_WIDTH, width));
}
