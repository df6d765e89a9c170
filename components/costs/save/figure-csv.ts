import type { FigureRanges } from '@/components/costs/save/paper/use-figure-ranges';
import { type CsvCell, toCsv } from '@/lib/format/csv';
import { type ChartData, csvRows } from './chart-data';
import { save } from './download';

/** What the amounts and instants of a file mean. */
export type FileFacts = { currency: string; zone: string; ranges: FigureRanges };

/** Saves the numbers of a figure. */
export function saveCsv(name: string, chartData: ChartData, facts: FileFacts): void {
  const file = new Blob([figureCsv(chartData, facts)], { type: 'text/csv;charset=utf-8' });
  save(file, `${name}.csv`);
}

/** The numbers of a figure, each row with its currency and the ranges that it counts and is compared with. */
export function figureCsv(chartData: ChartData, { currency, zone, ranges }: FileFacts): string {
  const { current, previous } = ranges;
  const [head = [], ...rows] = csvRows(chartData);
  const facts: CsvCell[] = [
    currency,
    zone,
    current.from,
    current.to,
    previous?.from ?? null,
    previous?.to ?? null,
  ];
  return toCsv([[...head, ...FACT_NAMES], ...rows.map((row) => [...row, ...facts])]);
}

const FACT_NAMES = [
  'Currency',
  'Time zone',
  'Range from',
  'Range to',
  'Compared from',
  'Compared to',
];
