import { toCsv } from '@/lib/format/csv';
import { type ChartData, csvRows } from './chart-data';

/** Saves the numbers of a figure. */
export function saveCsv(name: string, chartData: ChartData): void {
  save(
    new Blob([toCsv(csvRows(chartData))], { type: 'text/csv;charset=utf-8' }),
    `${fileName(name)}.csv`,
  );
}

/** Hands a file to the browser. */
export function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Not at once: the browser may not have begun to read it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** `Cost over time` as `cost-over-time`. */
export function fileName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
