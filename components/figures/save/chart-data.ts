import type { ReactNode } from 'react';
import type { CsvCell } from '@/lib/format/csv';

/** A column of a figure's table: what stands in a cell, and what is written into a file or sorted by. */
export type Column<Row> = {
  name: string;
  /** What an address calls it, where it can say that the table is sorted by it. */
  id?: string;
  value: (row: Row) => CsvCell;
  /** What is drawn; the value itself when absent. */
  cell?: (row: Row) => ReactNode;
  /** Numbers stand at the right edge. */
  numeric?: boolean;
  /** What its numbers are in. In a file its name says so; on screen it stands with each of them. */
  unit?: string | undefined;
  /** In the file only. */
  fileOnly?: boolean;
};

/** A column of amounts, all written alike; null is no amount. */
export function amountColumn<Row>(
  name: string,
  value: (row: Row) => number | null,
  write: (amount: number) => string,
  more: Pick<Column<Row>, 'id'> = {},
): Column<Row> {
  return {
    name,
    numeric: true,
    value,
    cell: (row) => {
      const amount = value(row);
      return amount === null ? null : write(amount);
    },
    ...more,
  };
}

export type ChartDataCell = { value: CsvCell; node: ReactNode };

/** A table whose cells are made: on screen, for sorting and for a file. */
export type ChartData = {
  columns: readonly (Pick<Column<unknown>, 'name' | 'id' | 'unit'> & {
    numeric: boolean;
    fileOnly: boolean;
  })[];
  rows: readonly { key: string; cells: readonly ChartDataCell[] }[];
  /** What the columns on screen come to; it stays at the end however the rows are sorted, and out of the file. */
  footer?: readonly (string | null)[];
};

/** The cells of a table. Rows that are called the same, as under a mask, are told apart by their places. */
export function chartDataOf<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): ChartData {
  const keys = rows.map(keyOf);
  return {
    columns: columns.map(({ name, id, unit, numeric = false, fileOnly = false }) => ({
      name,
      id,
      unit,
      numeric,
      fileOnly,
    })),
    rows: rows.map((row, at) => ({
      key: distinctKey(keys, at),
      cells: columns.map(({ value, cell }) => ({
        value: value(row),
        node: cell ? cell(row) : value(row),
      })),
    })),
  };
}

function distinctKey(keys: readonly string[], at: number): string {
  const key = keys[at] ?? '';
  return keys.indexOf(key) === at ? key : `${key} ${at}`;
}

/** So many columns of numbers beside the first one are as wide as a sheet of paper. */
const ON_PAPER = 10;

/** A table in parts that each fit on paper: the first column stands in all of them. */
export function inPaperWidths(chartData: ChartData, most = ON_PAPER): ChartData[] {
  const shown = chartData.columns.flatMap(({ fileOnly }, at) => (fileOnly ? [] : [at]));
  const [first = 0, ...others] = shown;
  if (others.length <= most) return [chartData];
  const parts = Array.from({ length: Math.ceil(others.length / most) }, (_, part) =>
    others.slice(part * most, (part + 1) * most),
  );
  return parts.map((part) => {
    const kept = <Item>(items: readonly Item[]) =>
      [first, ...part].flatMap((at) => items[at] ?? []);
    return {
      columns: kept(chartData.columns),
      rows: chartData.rows.map(({ key, cells }) => ({ key, cells: kept(cells) })),
      // It tells of the columns that are shown.
      footer:
        chartData.footer &&
        [first, ...part].map((at) => chartData.footer?.[shown.indexOf(at)] ?? null),
    };
  });
}

export type ChartDataOrder = { column: number; descending: boolean };

/** An order as an address writes it, `calls`, or `-calls` from the largest to the smallest; null is the order it came in. */
export function writtenOrder({ columns }: ChartData, order: ChartDataOrder | null): string | null {
  const id = order ? columns[order.column]?.id : undefined;
  return id === undefined ? null : `${order?.descending ? '-' : ''}${id}`;
}

/** The order that an address asks for. */
export function readOrder({ columns }: ChartData, written: string | null): ChartDataOrder | null {
  const column = columns.findIndex(
    ({ id }) => id !== undefined && id === written?.replace('-', ''),
  );
  return column < 0 ? null : { column, descending: written?.startsWith('-') === true };
}

/** The rows by a column; what has no value comes last in both directions. */
export function sortedRows({ rows }: ChartData, order: ChartDataOrder | null): ChartData['rows'] {
  if (order === null) return rows;
  const value = (row: ChartData['rows'][number]) => row.cells[order.column]?.value ?? null;
  return [...rows].sort((a, b) => {
    const [left, right] = [value(a), value(b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return compare(left, right) * (order.descending ? -1 : 1);
  });
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a).localeCompare(String(b), 'en', { numeric: true });
}

/** Everything for a file: headings, then rows. */
export function csvRows({ columns, rows }: ChartData): CsvCell[][] {
  return [
    columns.map(({ name, unit }) => (unit === undefined ? name : `${name} (${unit})`)),
    ...rows.map(({ cells }) => cells.map(({ value }) => value)),
  ];
}
