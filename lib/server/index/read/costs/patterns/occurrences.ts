import { zonePeriods } from '@/lib/server/index/read/costs/zones';

const QUARTER = 900_000;
const HOUR = 4 * QUARTER;
const WEEK = 168 * HOUR;
/** 1970 began on a Thursday: so long before it a Monday did. */
const TO_MONDAY = 3 * 24 * HOUR;

/**
 * How often each hour of the week, from Monday 00:00 on, came round between two instants by the clocks of a zone: as
 * hours, so that one that the range cuts in the middle counts half, one that the clocks repeat twice, and one that they
 * skip not at all.
 */
export function occurrencesOf(from: number, to: number, zone: string): number[] {
  const lasting: number[] = Array.from({ length: 168 }, () => 0);
  if (to <= from) return lasting;
  const periods = zonePeriods(zone, Math.floor(from / QUARTER), Math.ceil(to / QUARTER));
  periods.forEach(({ start, offset }, at) => {
    const end = periods[at + 1]?.start;
    const first = Math.max(from, start * QUARTER);
    const last = end === undefined ? to : Math.min(to, end * QUARTER);
    addTo(lasting, first + offset * QUARTER, last + offset * QUARTER);
  });
  return lasting.map((time) => time / HOUR);
}

/** Whole weeks have every hour once; what is left is walked through. */
function addTo(lasting: number[], from: number, to: number): void {
  const weeks = Math.max(0, Math.floor((to - from) / WEEK));
  lasting.forEach((time, hour) => {
    lasting[hour] = time + weeks * HOUR;
  });
  for (let at = from + weeks * WEEK; at < to; ) {
    const next = Math.min(to, (Math.floor(at / HOUR) + 1) * HOUR);
    const hour = Math.floor((((at + TO_MONDAY) % WEEK) + WEEK) / HOUR) % 168;
    lasting[hour] = (lasting[hour] ?? 0) + next - at;
    at = next;
  }
}
