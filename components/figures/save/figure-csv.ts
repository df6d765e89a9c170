import { toCsv } from '@/lib/format/csv';
import { type ChartData, csvRows } from './chart-data';
import { save } from './download';
import type { RowFact } from './row-facts';

/** Saves the numbers of a figure. */
export function saveCsv(name: string, chartData: ChartData, facts: readonly RowFact[]): void {
  const file = new Blob([figureCsv(chartData, facts)], { type: 'text/csv;charset=utf-8' });
  save(file, `${name}.csv`);
}

/** The numbers of a figure, and in each row what has to be known of them. */
export function figureCsv(chartData: ChartData, facts: readonly RowFact[]): string {
  const [head = [], ...rows] = csvRows(chartData);
  const values = facts.map(({ value }) => value);
  return toCsv([
    [...head, ...facts.map(({ name }) => name)],
    ...rows.map((row) => [...row, ...values]),
  ]);
}
