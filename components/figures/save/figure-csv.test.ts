import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costsRowFacts } from '@/components/costs/paper/row-facts';
import { parseCsv } from '@/lib/server/services/export/formats/csv.test-parser';
import { chartDataOf } from './chart-data';
import { figureCsv } from './figure-csv';
import { fileName } from './file-name';
import { rangeFacts } from './row-facts';

const CURRENT = { from: '2026-11-01T05:00:00.000Z', to: '2026-11-08T05:59:59.999Z' };
const PREVIOUS = { from: '2026-10-25T05:00:00.000Z', to: '2026-11-01T04:59:59.999Z' };
const ZONE = 'America/Chicago';

type Row = { name: string; total: number | null };

function csvOf(rows: readonly Row[], previous: typeof PREVIOUS | null): string[][] {
  const chartData = chartDataOf<Row>(
    [
      { name: 'Use case', value: ({ name }) => name },
      { name: 'Total', value: ({ total }) => total },
    ],
    rows,
    ({ name }) => name,
  );
  const csv = figureCsv(chartData, costsRowFacts({ current: CURRENT, previous }, 'EUR', ZONE));
  expect(csv.charAt(0)).toBe('\uFEFF');
  return parseCsv(csv.slice(1));
}

const NAMES = ['Use case', 'Total', 'Currency', 'Time zone', 'Range from', 'Range to'];
const COMPARED = ['Compared from', 'Compared to'];

describe('the file of a figure', () => {
  it('has currency, zone and both ranges in each row', () => {
    const rows = [
      { name: 'Sales', total: 1.5 },
      { name: 'Support', total: null },
    ];
    const facts = ['EUR', 'America/Chicago', CURRENT.from, CURRENT.to];
    expect(csvOf(rows, PREVIOUS)).toEqual([
      [...NAMES, ...COMPARED],
      ['Sales', '1.5', ...facts, PREVIOUS.from, PREVIOUS.to],
      ['Support', '', ...facts, PREVIOUS.from, PREVIOUS.to],
    ]);
  });

  it('leaves the range before empty where nothing is compared', () => {
    expect(csvOf([{ name: 'Sales', total: 0 }], null)[1]?.slice(6)).toEqual(['', '']);
  });

  it.each(['=1+1', '@SUM(A1)', '<img src=x onerror=alert(1)>', 'a,"b"\n;=c', '‮عربي', '😀'])(
    'comes back with the name %j, which is no formula',
    (name) => {
      const [, row] = csvOf([{ name, total: 1 }], PREVIOUS);
      expect(row).toHaveLength(8);
      expect(row?.[0]?.replaceAll("'", '')).toBe(name);
      expect(row?.[0]).not.toMatch(/^[=@+-]|[;\n][=@+-]/);
    },
  );

  it('has as many rows and cells as there are, whatever the names', () => {
    const name = fc.string({ unit: 'binary' });
    const row = fc.record({
      name,
      total: fc.option(fc.double({ noNaN: true, min: -1e9, max: 1e9 })),
    });
    fc.assert(
      fc.property(fc.array(row), (rows) => {
        const read = csvOf(rows, PREVIOUS);
        expect(read).toHaveLength(rows.length + 1);
        for (const cells of read) expect(cells).toHaveLength(8);
      }),
      { numRuns: 30 },
    );
  });
});

it('says in a heading what the numbers are in, and the figure’s own facts in each row', () => {
  const chartData = chartDataOf<Row>(
    [
      { name: 'Use case', value: ({ name }) => name },
      { name: 'Median', unit: 'seconds', value: ({ total }) => total },
    ],
    [{ name: 'Sales', total: 1.2 }],
    ({ name }) => name,
  );
  expect(chartData.columns[1]?.name).toBe('Median');
  const csv = figureCsv(chartData, rangeFacts(CURRENT, ZONE));
  expect(parseCsv(csv.slice(1))).toEqual([
    ['Use case', 'Median (seconds)', 'Time zone', 'Range from', 'Range to'],
    ['Sales', '1.2', ZONE, CURRENT.from, CURRENT.to],
  ]);
});

describe('the name of the file', () => {
  it.each([
    ['Cost over time', 'callscope-cost-over-time-2026-11-01-to-2026-11-07'],
    ['Why did it change?', 'callscope-why-did-it-change-2026-11-01-to-2026-11-07'],
  ])('of %s', (figure, name) => {
    expect(fileName(figure, CURRENT, ZONE)).toBe(name);
  });
});
