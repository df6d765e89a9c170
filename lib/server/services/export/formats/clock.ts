import { fromAbsolute } from '@internationalized/date';

const QUARTER = 900_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;

/** An instant as ISO 8601 in UTC. */
export function utcInstant(iso: string): string {
  return CANONICAL.test(iso) ? iso : new Date(iso).toISOString();
}

const CANONICAL = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Makes a reader of a zone's clocks: `2026-11-01 00:30:00`, as spreadsheets understand it. */
export function localClock(zone: string): (iso: string) => string {
  const offsetAt = offsetsOf(zone);
  const hourText = latest((hour: number) => {
    const local = new Date(hour * HOUR).toISOString();
    return `${local.slice(0, 10)} ${local.slice(11, 13)}`;
  });
  return (iso) => {
    const instant = Date.parse(iso);
    const local = instant + offsetAt(instant);
    const hour = Math.floor(local / HOUR);
    const second = Math.floor((local - hour * HOUR) / 1000);
    return `${hourText(hour)}:${two(Math.floor(second / 60))}:${two(second % 60)}`;
  };
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** Remembers the answer that was asked for last: calls come in the order of time, many of them in one hour. */
function latest<T>(ask: (value: number) => T): (value: number) => T {
  let known: { value: number; answer: T } | undefined;
  return (value) => {
    if (known?.value !== value) known = { value, answer: ask(value) };
    return known.answer;
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
