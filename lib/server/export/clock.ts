import { fromAbsolute } from '@internationalized/date';

const QUARTER = 900_000;
const DAY = 96 * QUARTER;

/** An instant as ISO 8601 in UTC. */
export function utcInstant(iso: string): string {
  return CANONICAL.test(iso) ? iso : new Date(iso).toISOString();
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Makes a reader of a zone's clocks: `2026-11-01 00:30:00`, as spreadsheets understand it. */
export function localClock(zone: string): (iso: string) => string {
  const offsetAt = offsetsOf(zone);
  return (iso) => {
    const instant = Date.parse(iso);
    const local = new Date(instant + offsetAt(instant)).toISOString();
    return `${local.slice(0, 10)} ${local.slice(11, 19)}`;
  };
}

/**
 * The offset of a zone at an instant, in milliseconds. To look it up takes longer than to write the call, so it is
 * done once a day; once a quarter of an hour on the days on which clocks change, which they do at quarters only.
 */
function offsetsOf(zone: string): (instant: number) => number {
  const lookUp = (instant: number) => fromAbsolute(instant, zone).offset;
  const atDays = remembered(DAY, lookUp);
  const atQuarters = remembered(QUARTER, lookUp);
  return (instant) => {
    const [before, after] = [atDays(instant), atDays(instant + DAY)];
    return before === after ? before : atQuarters(instant);
  };
}

/** Remembers what is so at the start of each step. */
function remembered(step: number, lookUp: (instant: number) => number) {
  const known = new Map<number, number>();
  return (instant: number): number => {
    const start = Math.floor(instant / step) * step;
    const found = known.get(start);
    if (found !== undefined) return found;
    if (known.size >= MOST_REMEMBERED) known.clear();
    const value = lookUp(start);
    known.set(start, value);
    return value;
  };
}

/** Ten years of days: whoever spreads calls over centuries gets no more memory than that. */
const MOST_REMEMBERED = 3653;
