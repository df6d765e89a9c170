import {
  type CalendarDate,
  type DateDuration,
  fromAbsolute,
  toCalendarDate,
  toCalendarDateTime,
  toZoned,
} from '@internationalized/date';

/** The day that the clocks of a zone show at an instant. */
export function dayAt(instant: number, zone: string): CalendarDate {
  return toCalendarDate(fromAbsolute(instant, zone));
}

/** `compatible` takes the first of two midnights, and the end of the gap where there is none. */
export function startOfDay(day: CalendarDate, zone: string): number {
  return toZoned(day, zone, 'compatible').toDate().getTime();
}

/** How many days one date is after another. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((midnightUtc(to) - midnightUtc(from)) / 86_400_000);
}

/**
 * The instant at which the clocks showed the same time on an earlier day; of a time that they showed twice the first,
 * of one that they skipped the end of the gap. A day that a month does not have is its last.
 */
export function earlier(instant: number, by: DateDuration, zone: string): number {
  const local = toCalendarDateTime(fromAbsolute(instant, zone)).subtract(by);
  return toZoned(local, zone, 'compatible').toDate().getTime();
}

/** Milliseconds since midnight by the clocks. */
export function timeOfDay(instant: number, zone: string): number {
  const { hour, minute, second, millisecond } = fromAbsolute(instant, zone);
  return ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
}

function midnightUtc({ year, month, day }: CalendarDate): number {
  return Date.UTC(year, month - 1, day);
}
