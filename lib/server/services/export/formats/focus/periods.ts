import type { Cell } from '@/lib/server/services/export/formats/csv';

const SECOND = 1000;
const FIRST = Date.parse('0000-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59Z');

/** An instant as FOCUS has it: ISO 8601 in UTC with whole seconds and a year of four digits. */
function instant(time: number): Cell {
  const within = Math.min(Math.max(time, FIRST), LAST);
  return `${new Date(within).toISOString().slice(0, 19)}Z`;
}

/** When a charge was made, from `start` on and before `end`, and the month that it is billed in. Milliseconds. */
export function periodCells(start: number, end: number) {
  // Periods end after they start, also in the last second that can be written.
  const begun = Math.min(Math.max(start, FIRST), LAST - SECOND);
  const ended = Math.max(Number.isFinite(end) ? end : LAST, begun + SECOND);
  const date = new Date(begun);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return {
    start: instant(begun),
    end: instant(ended),
    periodStart: instant(monthStart(year, month)),
    periodEnd: instant(monthStart(year, month + 1)),
  };
}

/** `Date.UTC` would take the years up to 99 for those of the last century. */
function monthStart(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month, 1);
}
