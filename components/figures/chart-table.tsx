'use client';

import clsx from 'clsx';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useState } from 'react';
import { Missing } from '@/components/calls/list/table/cells';
import {
  type ChartData,
  type ChartDataCell,
  type ChartDataOrder,
  sortedRows,
} from '@/components/figures/save/chart-data';

/** An order that is kept elsewhere: in the address. */
export type KeptOrder = {
  order: (chartData: ChartData) => ChartDataOrder | null;
  onOrder: (chartData: ChartData, order: ChartDataOrder | null) => void;
};

type FigureTableProps = {
  name: string;
  chartData: ChartData;
  className?: string;
  kept?: KeptOrder;
};

/**
 * Where a table has no room for its columns, each row becomes a small block: its name, and below it every number with
 * its heading. No column is out of sight.
 */
const BLOCK = {
  table: '@max-xl:block',
  row: '@max-xl:grid @max-xl:grid-cols-[repeat(auto-fill,minmax(6rem,1fr))] @max-xl:gap-x-2 @max-xl:py-1.5',
  first: '@max-xl:col-span-full @max-xl:h-auto @max-xl:min-h-6',
  cell: '@max-xl:flex @max-xl:h-auto @max-xl:min-w-0 @max-xl:flex-col @max-xl:text-left @max-xl:before:text-2xs @max-xl:before:text-muted @max-xl:before:content-[attr(data-heading)]',
} as const;

/** The numbers of a figure. A heading sorts by its column: first the largest, or from A to Z. */
export function ChartTable({ name, chartData, className, kept }: FigureTableProps) {
  const [own, setOwn] = useState<ChartDataOrder | null>(null);
  const order = kept ? kept.order(chartData) : own;
  const shown = chartData.columns.filter(({ fileOnly }) => !fileOnly);
  const first = chartData.columns.findIndex(({ fileOnly }) => !fileOnly);
  const setOrder = kept ? (next: ChartDataOrder | null) => kept.onOrder(chartData, next) : setOwn;
  return (
    <section
      aria-label={`${name}, numbers`}
      className={clsx('@container overflow-auto', className)}
    >
      <table aria-label={name} className={clsx('w-full text-sm', BLOCK.table)}>
        <thead className={clsx('sticky top-0 bg-canvas @max-xl:static', BLOCK.table)}>
          <tr className="@max-xl:flex @max-xl:flex-wrap @max-xl:border-b @max-xl:border-line-strong">
            {chartData.columns.map((column, index) =>
              column.fileOnly ? null : (
                <th
                  // The columns never change places, and two hours can have one name.
                  key={index}
                  scope="col"
                  aria-sort={sortWord(order, index)}
                  className={clsx(
                    'border-b border-line-strong p-0 text-xs font-medium text-muted @max-xl:border-0',
                    column.numeric ? 'text-right' : 'text-left',
                  )}
                >
                  <button
                    type="button"
                    onClick={() => setOrder(nextOrder(order, index, column.numeric))}
                    className={clsx(
                      'inline-flex h-8 items-center gap-1 px-2 whitespace-nowrap hover:text-text',
                      column.numeric && 'flex-row-reverse',
                    )}
                  >
                    {column.name}
                    <SortMark order={order} index={index} />
                  </button>
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className={BLOCK.table}>
          {sortedRows(chartData, order).map((row) => (
            <tr
              key={row.key}
              className={clsx('border-b border-line last:border-0 hover:bg-hover', BLOCK.row)}
            >
              {row.cells.map((cell, index) => (
                <Cell
                  key={index}
                  cell={cell}
                  column={chartData.columns[index]}
                  isFirst={index === first}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {chartData.footer && <Footer cells={chartData.footer} columns={shown} />}
      </table>
    </section>
  );
}

type FooterProps = { cells: NonNullable<ChartData['footer']>; columns: ChartData['columns'] };

function Footer({ cells, columns }: FooterProps) {
  const [name, ...sums] = cells;
  return (
    <tfoot className={clsx('border-t border-line-strong font-semibold', BLOCK.table)}>
      <tr className={BLOCK.row}>
        <th scope="row" className={clsx('h-8 px-2 text-left', BLOCK.first)}>
          {name}
        </th>
        {sums.map((sum, index) => (
          // The columns never change places.
          <td
            key={index}
            data-heading={columns[index + 1]?.name}
            className={clsx(
              'px-2 text-right whitespace-nowrap',
              sum === '' ? '@max-xl:hidden' : BLOCK.cell,
            )}
          >
            {sum ?? <Missing />}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

type CellProps = {
  cell: ChartDataCell;
  column: ChartData['columns'][number] | undefined;
  isFirst: boolean;
};

function Cell({ cell, column, isFirst }: CellProps) {
  if (!column || column.fileOnly) return null;
  return (
    <td
      data-heading={column.name}
      className={clsx(
        'h-8 px-2',
        column.numeric ? 'text-right whitespace-nowrap' : 'min-w-32',
        isFirst ? BLOCK.first : BLOCK.cell,
      )}
    >
      {cell.node ?? <Missing />}
    </td>
  );
}

function SortMark({ order, index }: { order: ChartDataOrder | null; index: number }) {
  if (order?.column !== index) return null;
  const Icon = order.descending ? ArrowDown : ArrowUp;
  return <Icon aria-hidden className="size-3" />;
}

function sortWord(order: ChartDataOrder | null, index: number) {
  if (order?.column !== index) return undefined;
  return order.descending ? 'descending' : 'ascending';
}

/** The usual direction, then the other one, then as it came. */
function nextOrder(
  order: ChartDataOrder | null,
  column: number,
  numeric: boolean,
): ChartDataOrder | null {
  if (order?.column !== column) return { column, descending: numeric };
  return order.descending === numeric ? { column, descending: !numeric } : null;
}
