import type { CallsQuery } from '@/lib/call/query/filters';
import { dropRangeConflict } from '@/lib/call/query/query';
import { isRelativeRange } from '@/lib/call/query/ranges';
import { RANGE_LABELS } from './labels';
import { zonedFormat } from './time';

const SECOND = 1000;

/** What the clocks of the zone show at one end of a range. */
type Moment = {
  /** `2026`. */
  year: string;
  /** `Nov 1`. */
  day: string;
  /** `08:00`, with seconds only where they do not round to the minute. */
  time: string;
  /** The day starts or ends here, so its time says nothing. */
  edgeOfDay: boolean;
};

type Range = { from?: CallsQuery['from'] | null; to?: CallsQuery['to'] | null };

/** Instants, both inclusive; null where there is no end. */
export type Ends = { from: string | null; to: string | null };

/** Ends that moved with the clock have seconds, which say nothing; the last millisecond of a day does. */
export function toMinutes({ from, to }: Ends): Ends {
  const whole = (instant: string | null) => instant?.replace(/:\d\d\.\d+Z$/, ':00.000Z') ?? null;
  return { from: whole(from), to: to?.endsWith(':59.999Z') ? to : whole(to) };
}

/**
 * A range in words: `Last 7 days`, `Nov 1 – Nov 7`, `Nov 1, 08:00 – 17:30`, `From Nov 1`, `Until Nov 7`,
 * `All time`. Both ends are inclusive and read in `zone`; the year is named only where it is not that of `now`,
 * in milliseconds. A `to` that contradicts its `from` does not count, as in the query.
 */
export function describeRange(range: Range, zone: string, now: number): string {
  const { from, to } = dropRangeConflict({
    from: range.from ?? undefined,
    to: range.to ?? undefined,
  });
  if (isRelativeRange(from)) return RANGE_LABELS[from];
  const start = from === undefined ? null : startMoment(Date.parse(from), zone);
  const end = to === undefined ? null : endMoment(Date.parse(to), zone);
  const thisYear = clock(now, zone).year;
  if (start && end) return describeBetween(start, end, thisYear);
  if (start) return `From ${describeMoment(start, thisYear, !start.edgeOfDay)}`;
  if (end) return `Until ${describeMoment(end, thisYear, !end.edgeOfDay)}`;
  return 'All time';
}

function describeBetween(start: Moment, end: Moment, thisYear: string): string {
  const sameYear = start.year === end.year;
  const withTime = !(start.edgeOfDay && end.edgeOfDay);
  if (sameYear && start.day === end.day) {
    const day = describeMoment(start, thisYear, withTime);
    return withTime && start.time !== end.time ? `${day} – ${end.time}` : day;
  }
  // One year for both is said once, at the end; beside times it would be far from what it belongs to.
  const impliedYear = sameYear && !withTime ? start.year : thisYear;
  return `${describeMoment(start, impliedYear, withTime)} – ${describeMoment(end, thisYear, withTime)}`;
}

function describeMoment({ day, year, time }: Moment, impliedYear: string, withTime: boolean) {
  const parts = [day, year === impliedYear ? '' : year, withTime ? time : ''];
  return parts.filter((part) => part !== '').join(', ');
}

function startMoment(instant: number, zone: string): Moment {
  const { year, day, time, second } = clock(instant, zone);
  const edgeOfDay = clock(instant - 1, zone).day !== day;
  return { year, day, time: second === '00' ? time : `${time}:${second}`, edgeOfDay };
}

/** Ends written by hand often stop at the last full second of a day; that is the whole day to the reader. */
function endMoment(instant: number, zone: string): Moment {
  const { year, day, time, second } = clock(instant, zone);
  const edgeOfDay = clock(instant + SECOND, zone).day !== day;
  const shown = second === '00' || second === '59' ? time : `${time}:${second}`;
  return { year, day, time: shown, edgeOfDay };
}

type Clock = { year: string; day: string; time: string; second: string };

function clock(instant: number, zone: string): Clock {
  const parts = new Map(
    zonedFormat(zone, CLOCK)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  return {
    year: part('year'),
    day: `${part('month')} ${part('day')}`,
    time: `${part('hour')}:${part('minute')}`,
    second: part('second'),
  };
}

const CLOCK = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
} as const;
