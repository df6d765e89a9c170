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
} from '@/components/costs/save/chart-data';

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

/** The numbers of a figure. A heading sorts by its column: first the largest, or from A to Z. */
export function ChartTable({ name, chartData, className, kept }: FigureTableProps) {
  const [own, setOwn] = useState<ChartDataOrder | null>(null);
  const order = kept ? kept.order(chartData) : own;
  const setOrder = kept ? (next: ChartDataOrder | null) => kept.onOrder(chartData, next) : setOwn;
  return (
    <section aria-label={`${name}, numbers`} className={clsx('overflow-auto', className)}>
      <table aria-label={name} className="w-full text-sm">
        <thead className="sticky top-0 bg-canvas">
          <tr>
            {chartData.columns.map((column, index) =>
              column.fileOnly ? null : (
                <th
                  key={column.name}
                  scope="col"
                  aria-sort={sortWord(order, index)}
                  className={clsx(
                    'border-b border-line-strong p-0 text-xs font-medium text-muted',
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
        <tbody>
          {sortedRows(chartData, order).map((row) => (
            <tr key={row.key} className="border-b border-line last:border-0 hover:bg-hover">
              {row.cells.map((cell, index) => (
                <Cell
                  key={chartData.columns[index]?.name}
                  cell={cell}
                  column={chartData.columns[index]}
                />
              ))}
            </tr>
          ))}
        </tbody>
        {chartData.footer && <Footer cells={chartData.footer} />}
      </table>
    </section>
  );
}

function Footer({ cells }: { cells: NonNullable<ChartData['footer']> }) {
  const [name, ...sums] = cells;
  return (
    <tfoot className="border-t border-line-strong font-semibold">
      <tr>
        <th scope="row" className="h-8 px-2 text-left">
          {name}
        </th>
        {sums.map((sum, index) => (
          // The columns never change places.
          <td key={index} className="px-2 text-right whitespace-nowrap">
            {sum ?? <Missing />}
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

type CellProps = { cell: ChartDataCell; column: ChartData['columns'][number] | undefined };

function Cell({ cell, column }: CellProps) {
  if (!column || column.fileOnly) return null;
  return (
    <td className={clsx('h-8 px-2', column.numeric ? 'text-right whitespace-nowrap' : 'min-w-32')}>
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
