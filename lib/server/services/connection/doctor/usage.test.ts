import { describe, expect, test } from 'vitest';
import { usageOf } from './usage';

const entry = (period: string, callCount: unknown = 3) => ({
  organization_id: 'o',
  period,
  duration: 60,
  callCount,
});
const spans = (body: unknown, timeframe: 'daily' | 'weekly' | 'monthly') =>
  usageOf(body, timeframe).map(({ from, to, calls }) => [
    new Date(from).toISOString().slice(0, 10),
    new Date(to).toISOString().slice(0, 10),
    calls,
  ]);

describe('periods of the usage', () => {
  test.each([
    ['2026-11', 'monthly', ['2026-11-01', '2026-12-01', 3]],
    ['2026-12-01', 'monthly', ['2026-12-01', '2027-01-01', 3]],
    ['2026-11-23', 'weekly', ['2026-11-23', '2026-11-30', 3]],
    ['2026-W48', 'weekly', ['2026-11-23', '2026-11-30', 3]],
    ['2027-W01', 'weekly', ['2027-01-04', '2027-01-11', 3]],
    ['2026-11-23 - 2026-11-29', 'weekly', ['2026-11-23', '2026-11-30', 3]],
    ['2026-11-23T00:00:00.000Z', 'daily', ['2026-11-23', '2026-11-24', 3]],
  ] as const)('%s', (period, timeframe, span) => {
    expect(spans([entry(period)], timeframe)).toEqual([span]);
  });

  test('come latest first, those of several organizations added', () => {
    const body = [entry('2026-11-01', 1), entry('2026-11-02', '4'), entry('2026-11-02', 2)];
    expect(spans(body, 'daily').map(([from, , calls]) => [from, calls])).toEqual([
      ['2026-11-02', 6],
      ['2026-11-01', 1],
    ]);
  });

  test('what cannot be understood is left out', () => {
    const body = [entry('soon'), entry('2026-99-01'), entry('2026-11-01', -1), null, 7, 'x'];
    expect(usageOf(body, 'daily')).toEqual([]);
    for (const other of [null, 'text', 7, {}, { message: 'no' }])
      expect(usageOf(other, 'daily')).toEqual([]);
  });
});
