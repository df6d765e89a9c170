/** A day of somebody's calendar as the number of days since 1970-01-01: which clocks made it one is forgotten. */
export type DayNumber = number;

const DAY_MS = 86_400_000;

/** `2026-11-29`. */
export function dateOf(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is Monday; the first of January 1970 was a Thursday. */
export function weekdayOf(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** The first and the last day of the month that a day is in. */
export function monthOf(day: DayNumber): { first: DayNumber; last: DayNumber } {
  const date = new Date(day * DAY_MS);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return { first: Date.UTC(year, month, 1) / DAY_MS, last: Date.UTC(year, month + 1, 0) / DAY_MS };
}

/** The days from one to another, both included. */
export function daysBetween(first: DayNumber, last: DayNumber): DayNumber[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
}
