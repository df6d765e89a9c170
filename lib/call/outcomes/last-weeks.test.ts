import { expect, it } from 'vitest';
import { lastWeeks } from './last-weeks';

const told = (until: string, zone: string, count: number) =>
  lastWeeks(Date.parse(until), zone, count).map(({ from, to }) => [
    new Date(from).toISOString(),
    new Date(to).toISOString(),
  ]);

it('are whole weeks by the clocks, over the end of daylight saving time', () => {
  expect(told('2026-11-04T12:00:00Z', 'America/Chicago', 2)).toEqual([
    ['2026-10-19T05:00:00.000Z', '2026-10-26T05:00:00.000Z'],
    ['2026-10-26T05:00:00.000Z', '2026-11-02T06:00:00.000Z'],
  ]);
});

it('end with a week that ends when the range does', () => {
  expect(told('2026-11-08T23:59:59.999Z', 'UTC', 1)).toEqual([
    ['2026-11-02T00:00:00.000Z', '2026-11-09T00:00:00.000Z'],
  ]);
  expect(told('2026-11-08T23:59:59.998Z', 'UTC', 1)).toEqual([
    ['2026-10-26T00:00:00.000Z', '2026-11-02T00:00:00.000Z'],
  ]);
});
