import clsx from 'clsx';
import { type ComponentType, type MouseEvent, memo } from 'react';
import type { SelectMarkProps } from '@/components/calls/compare/select/select-mark';
import { Lazily, lazily } from '@/components/ui/lazily';
import type { SaidOnCall } from '@/lib/call/answers/responses';
import type { CallRow } from '@/lib/call/call';
import { hasSeen } from '@/lib/call/review/review-state';
import type { ShownColumn } from '@/lib/url/columns';
import { columnOf } from './columns/columns';

const SaidLine = lazily(() => import('./said-line'));

type TableRowProps = {
  call: CallRow;
  columns: readonly ShownColumn['id'][];
  /** The columns fill the width; else an empty cell does. */
  fills: boolean;
  /** Place on the page, from 0. */
  index: number;
  /** Told of the row's height, where rows out of sight need to know it. */
  measure: ((row: HTMLElement | null) => void) | undefined;
  /** The address of this call opened over the list. */
  href: string;
  /** 1 for the first row of the whole list, over all pages. */
  position: number;
  /** Reached by Tab: one row of the table is, the others by `j` and `k`. */
  reachable: boolean;
  open: boolean;
  /** Some of its fields could not be understood. */
  odd: boolean;
  compact: boolean;
  /** Rows of the page have a line for what was said. */
  tall: boolean;
  said: SaidOnCall | undefined;
  /** Who reviews: what they have not seen is marked. */
  reviewer: string | null;
  /** Selects the call; it comes a moment after the rows. */
  mark: ComponentType<SelectMarkProps> | undefined;
  onOpen: (id: string) => void;
};

/** One call. The whole row opens it; the link in its first cell is what the keyboard reaches. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const {
    call,
    columns,
    fills,
    index: place,
    measure,
    href,
    position,
    reachable,
    open,
    odd,
    compact,
    tall,
    said,
    reviewer,
    mark: Mark,
    onOpen,
  } = props;
  const seen = hasSeen(call, reviewer);
  return (
    <tr
      ref={measure}
      data-index={place}
      aria-rowindex={position + 1}
      data-call={call.id}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) openTab(href);
        else if (!wantsOther(event)) onOpen(call.id);
      }}
      onMouseDown={(event) => {
        // Else the browser would begin to scroll.
        if (event.button === MIDDLE && !isLink(event)) event.preventDefault();
      }}
      onAuxClick={(event) => {
        if (event.button === MIDDLE && !isLink(event)) openTab(href);
      }}
      className={clsx(
        // Placed, so that a row is painted anew by itself: else every row is, for each that changes.
        'group relative cursor-pointer focus-within:bg-hover hover:bg-hover',
        CARD,
        tall ? 'md:h-14' : compact ? 'md:h-7' : 'md:h-9',
        open ? 'bg-selected' : 'bg-canvas',
      )}
    >
      {columns.map((id, index) => {
        const column = columnOf(id);
        const content = column.cell(call);
        return (
          <td
            key={id}
            className={clsx(
              'border-line px-2 whitespace-nowrap has-data-numeric:text-right max-md:has-data-numeric:text-left md:border-b max-md:min-w-0 max-md:px-0',
              // The link of the first cell is cut off by itself; each box that cuts off is one more to paint.
              index > 0 && 'overflow-hidden text-ellipsis',
              tall && 'md:pb-5.5',
              index === 0 && 'relative bg-inherit max-md:static md:sticky md:left-0 md:z-1 md:pl-8',
              column.numeric && 'text-right',
              CARD_PLACES[column.card ?? 'rest'],
            )}
          >
            {index === 0 && !seen && (
              <span
                aria-hidden
                className={clsx(
                  'absolute left-0.5 size-1.5 -translate-y-1/2 rounded-full bg-accent max-md:top-4.5 max-md:left-3.25',
                  tall ? 'top-4.5' : 'top-1/2',
                )}
              />
            )}
            {index === 0 ? (
              <>
                <a
                  href={href}
                  tabIndex={reachable ? 0 : -1}
                  onClick={(event) => {
                    if (wantsNewTab(event)) event.stopPropagation();
                    else event.preventDefault();
                  }}
                  className={clsx(
                    '-mx-1 block truncate rounded-sm px-1 focus-visible:outline-offset-0',
                    !seen && 'font-medium',
                  )}
                >
                  {content}
                  <span className="sr-only">
                    {seen ? ', open call' : ', not viewed, open call'}
                  </span>
                </a>
                {odd && (
                  <span
                    title="Some fields of this call could not be understood"
                    className="absolute top-0.5 right-0.5 text-xs text-warn"
                  >
                    <span aria-hidden>*</span>
                    <span className="sr-only">some fields could not be understood</span>
                  </span>
                )}
                {Mark && <Mark call={call} reachable={reachable} />}
              </>
            ) : (
              content
            )}
          </td>
        );
      })}
      {tall && (
        <td
          aria-hidden={said === undefined}
          className="md:p-0 max-md:order-9 max-md:min-w-0 max-md:basis-full"
        >
          {said && (
            <Lazily>
              <SaidLine said={said} />
            </Lazily>
          )}
        </td>
      )}
      {!fills && <td aria-hidden className="border-b border-line max-md:hidden" />}
    </tr>
  );
});

/** On a phone a row is a card of three lines; what stands before and after its second line breaks them. */
const CARD =
  'max-md:flex max-md:flex-wrap max-md:items-center max-md:gap-x-2 max-md:gap-y-0.5 max-md:border-b max-md:border-line max-md:py-2 max-md:pr-3 max-md:pl-10 max-md:before:order-3 max-md:before:basis-full max-md:after:order-7 max-md:after:basis-full';

const CARD_PLACES = {
  who: 'max-md:order-1 max-md:flex-1 max-md:font-medium',
  when: 'max-md:order-2',
  state: 'max-md:order-4',
  result: 'max-md:order-5 max-md:has-data-missing:hidden',
  what: 'max-md:order-6 max-md:flex-1 max-md:text-muted',
  rest: 'max-md:order-8 max-md:has-data-missing:hidden',
} as const;

/** A click that selects text to copy, or that asks the browser for a new tab, does not open the drawer. */
function wantsOther(event: MouseEvent): boolean {
  const byMouse = event.detail > 0;
  return wantsNewTab(event) || (byMouse && window.getSelection()?.type === 'Range');
}

const MIDDLE = 1;

/** The whole row is as good as its link, with which the browser itself does what is wanted. */
function isLink({ target }: MouseEvent): boolean {
  return target instanceof Element && target.closest('a') !== null;
}

function openTab(href: string) {
  window.open(href, '_blank', 'noopener');
}

function wantsNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}
