import { expect, it } from 'vitest';
import type { OutlookResponse } from '@/lib/call/answers/outlook-responses';
import { monthPoints } from './month-points';

type Day = OutlookResponse['days'][number];

const day = (at: number, calls: number | null, without: number, total: number | null): Day => ({
  date: `2026-11-0${at}`,
  from: null,
  to: null,
  calls,
  calls_without_cost: calls === null ? null : without,
  total,
  expected: null,
});

function knownOf(days: Day[]) {
  const month = { first: '2026-11-01', today: '2026-11-03', last: '2026-11-30', from: '', to: '' };
  return monthPoints({ days, month, forecast: null }).map(({ known }) => known);
}

it('what is known is nothing until a call has a cost, and zero without calls', () => {
  const days = [day(1, 0, 0, 0), day(2, 3, 3, null), day(3, 2, 1, 0.5), day(4, null, 0, null)];
  expect(knownOf(days)).toEqual([0, null, 0.5, null]);
  expect(knownOf([day(1, 1, 0, 2), day(2, 1, 1, null), day(3, 1, 0, 0)])).toEqual([2, 2, 2]);
});
