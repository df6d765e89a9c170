import clsx from 'clsx';
import { type ComponentType, type MouseEvent, memo } from 'react';
import type { SelectMarkProps } from '@/components/calls/compare/select/select-mark';
import { useReviewer } from '@/components/shell/account/use-reviewer';
import type { CallRow } from '@/lib/call/call';
import { hasSeen } from '@/lib/call/review/review-state';
import type { ColumnId } from '@/lib/url/columns';
import { columnOf } from './columns';

type TableRowProps = {
  call: CallRow;
  columns: readonly ColumnId[];
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
  /** Selects the call; it comes a moment after the rows. */
  mark: ComponentType<SelectMarkProps> | undefined;
  onOpen: (id: string) => void;
};

/** One call. The whole row opens it; the link in its first cell is what the keyboard reaches. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const {
    call,
    columns,
    href,
    position,
    reachable,
    open,
    odd,
    compact,
    mark: Mark,
    onOpen,
  } = props;
  const seen = hasSeen(call, useReviewer());
  return (
    <tr
      aria-rowindex={position + 1}
      data-call={call.id}
      onClick={(event) => {
        if (!wantsOther(event)) onOpen(call.id);
      }}
      className={clsx(
        'group cursor-pointer focus-within:bg-hover hover:bg-hover',
        compact ? 'h-7' : 'h-9',
        open && 'bg-selected',
      )}
    >
      {columns.map((id, index) => {
        const column = columnOf(id);
        const content = column.cell(call);
        return (
          <td
            key={id}
            className={clsx(
              'relative truncate border-b border-line px-2 first:pl-8',
              column.numeric && 'text-right',
            )}
          >
            {index === 0 && !seen && (
              <span
                aria-hidden
                className="absolute top-1/2 left-0.5 size-1.5 -translate-y-1/2 rounded-full bg-accent"
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
      <td aria-hidden className="border-b border-line" />
    </tr>
  );
});

/** A click that selects text to copy, or that asks the browser for a new tab, does not open the drawer. */
function wantsOther(event: MouseEvent): boolean {
  const byMouse = event.detail > 0;
  return wantsNewTab(event) || (byMouse && window.getSelection()?.type === 'Range');
}

function wantsNewTab(event: MouseEvent): boolean {
  return event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
}
