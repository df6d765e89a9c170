import { describe, expect, it } from 'vitest';
import type { RelativeRange } from '@/lib/call/query/ranges';
import type { Comparison } from '@/lib/call/query/routes/costs-query';
import { resolveRange } from '@/lib/url/relative-range';
import { type Compared, previousPeriod } from './periods';

type Compare = Exclude<Comparison, 'none'>;

/** The answer as the clocks of the zone show it, `2026-10-01T00:00:00.000 – 2026-10-31T23:59:59.999`. */
function compared(
  compare: Compare,
  range: { from: string; to?: string },
  zone: string,
  now: string,
): [Compared['kind'], string, string] {
  const { from = now, to = now } = resolveRange(range as { from: string }, zone, new Date(now));
  const { kind, ...period } = previousPeriod(
    {
      from: Date.parse(from),
      to: Date.parse(to),
      zone,
      now: Date.parse(now),
      token: range.from.includes('T') ? undefined : (range.from as RelativeRange),
    },
    compare,
  );
  return [kind, new Date(period.from).toISOString(), new Date(period.to).toISOString()];
}

const CHICAGO = 'America/Chicago';
const BERLIN = 'Europe/Berlin';

describe('the period before', () => {
  it.each<[string, string, string, Compared['kind'], string, string]>([
    // range, zone, now, kind, from, to
    // Running: the same part of the one before, by the clocks; Chicago leaves daylight time on 2026-11-01.
    [
      'today',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'elapsed',
      '2026-11-22T00:00:00.000Z',
      '2026-11-22T07:23:00.000Z',
    ],
    [
      'today',
      CHICAGO,
      '2026-11-03T13:23:00.000Z',
      'elapsed',
      '2026-10-27T05:00:00.000Z',
      '2026-10-27T12:23:00.000Z',
    ],
    [
      'this-week',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'elapsed',
      '2026-11-16T00:00:00.000Z',
      '2026-11-22T07:23:00.000Z',
    ],
    [
      'this-week',
      CHICAGO,
      '2026-11-03T13:23:00.000Z',
      'elapsed',
      '2026-10-26T05:00:00.000Z',
      '2026-10-27T12:23:00.000Z',
    ],
    [
      'this-month',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-29T07:23:00.000Z',
    ],
    [
      'this-month',
      CHICAGO,
      '2026-11-29T13:23:00.000Z',
      'elapsed',
      '2026-10-01T05:00:00.000Z',
      '2026-10-29T12:23:00.000Z',
    ],
    // Of a month that is shorter all is over, and nothing of this one.
    [
      'this-month',
      'UTC',
      '2026-03-30T07:23:00.000Z',
      'elapsed',
      '2026-02-01T00:00:00.000Z',
      '2026-02-28T23:59:59.999Z',
    ],
    [
      'this-month',
      'UTC',
      '2028-03-29T07:23:00.000Z',
      'elapsed',
      '2028-02-01T00:00:00.000Z',
      '2028-02-29T07:23:00.000Z',
    ],
    [
      'this-month',
      'UTC',
      '2026-12-31T07:23:00.000Z',
      'elapsed',
      '2026-11-01T00:00:00.000Z',
      '2026-11-30T23:59:59.999Z',
    ],
    // The first of June 2026 is a Monday: the word says which of the three it is.
    [
      'today',
      'UTC',
      '2026-06-01T07:23:00.000Z',
      'elapsed',
      '2026-05-25T00:00:00.000Z',
      '2026-05-25T07:23:00.000Z',
    ],
    [
      'this-week',
      'UTC',
      '2026-06-01T07:23:00.000Z',
      'elapsed',
      '2026-05-25T00:00:00.000Z',
      '2026-05-25T07:23:00.000Z',
    ],
    [
      'this-month',
      'UTC',
      '2026-06-01T07:23:00.000Z',
      'elapsed',
      '2026-05-01T00:00:00.000Z',
      '2026-05-01T07:23:00.000Z',
    ],
    // Whole ones.
    [
      'yesterday',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'calendar',
      '2026-11-21T00:00:00.000Z',
      '2026-11-21T23:59:59.999Z',
    ],
    [
      'yesterday',
      CHICAGO,
      '2026-11-02T13:23:00.000Z',
      'calendar',
      '2026-10-25T05:00:00.000Z',
      '2026-10-26T04:59:59.999Z',
    ],
    [
      'last-week',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'calendar',
      '2026-11-09T00:00:00.000Z',
      '2026-11-15T23:59:59.999Z',
    ],
    [
      'last-week',
      CHICAGO,
      '2026-11-03T13:23:00.000Z',
      'calendar',
      '2026-10-19T05:00:00.000Z',
      '2026-10-26T04:59:59.999Z',
    ],
    [
      'last-month',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'calendar',
      '2026-09-01T00:00:00.000Z',
      '2026-09-30T23:59:59.999Z',
    ],
    [
      'last-month',
      BERLIN,
      '2026-04-15T07:23:00.000Z',
      'calendar',
      '2026-01-31T23:00:00.000Z',
      '2026-02-28T22:59:59.999Z',
    ],
    [
      'last-month',
      'UTC',
      '2026-01-15T07:23:00.000Z',
      'calendar',
      '2025-11-01T00:00:00.000Z',
      '2025-11-30T23:59:59.999Z',
    ],
    // Rolling: as many local days just before, in whole weeks where they are.
    [
      '-24h',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'days',
      '2026-11-27T07:23:00.000Z',
      '2026-11-28T07:22:59.999Z',
    ],
    [
      '-7d',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'days',
      '2026-11-15T07:23:00.000Z',
      '2026-11-22T07:22:59.999Z',
    ],
    [
      '-30d',
      'UTC',
      '2026-11-29T07:23:00.000Z',
      'days',
      '2026-09-30T07:23:00.000Z',
      '2026-10-30T07:22:59.999Z',
    ],
    // The range begins at 09:00, and so does what is compared, though an hour lies between.
    [
      '-7d',
      CHICAGO,
      '2026-11-10T15:00:00.000Z',
      'days',
      '2026-10-27T14:00:00.000Z',
      '2026-11-03T14:59:59.999Z',
    ],
    [
      '-30d',
      BERLIN,
      '2026-04-10T10:00:00.000Z',
      'days',
      '2026-02-09T10:00:00.000Z',
      '2026-03-11T09:59:59.999Z',
    ],
  ])('%s in %s at %s', (from, zone, now, ...expected) => {
    expect(compared('previous', { from }, zone, now)).toEqual(expected);
  });

  const NOW = '2026-11-29T07:23:45.678Z';
  it.each<[string, string | undefined, string, Compared['kind'], string, string]>([
    // from, to, zone, kind, from, to
    [
      '2026-09-01T00:00:00Z',
      '2026-09-30T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-08-01T00:00:00.000Z',
      '2026-08-31T23:59:59.999Z',
    ],
    // Ends as people write them.
    [
      '2026-09-01T00:00:00Z',
      '2026-09-30T23:59:59Z',
      'UTC',
      'calendar',
      '2026-08-01T00:00:00.000Z',
      '2026-08-31T23:59:59.999Z',
    ],
    // November in Chicago begins in daylight time and ends without.
    [
      '2025-11-01T05:00:00Z',
      '2025-12-01T05:59:59.999Z',
      CHICAGO,
      'calendar',
      '2025-10-01T05:00:00.000Z',
      '2025-11-01T04:59:59.999Z',
    ],
    // The same instants are no month by other clocks.
    [
      '2025-11-01T05:00:00Z',
      '2025-12-01T05:59:59.999Z',
      'UTC',
      'days',
      '2025-10-01T05:00:00.000Z',
      '2025-10-31T05:59:59.999Z',
    ],
    // Two months, a quarter, a year.
    [
      '2026-08-01T00:00:00Z',
      '2026-09-30T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-06-01T00:00:00.000Z',
      '2026-07-31T23:59:59.999Z',
    ],
    [
      '2026-07-01T00:00:00Z',
      '2026-09-30T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-04-01T00:00:00.000Z',
      '2026-06-30T23:59:59.999Z',
    ],
    [
      '2025-01-01T00:00:00Z',
      '2025-12-31T23:59:59.999Z',
      'UTC',
      'calendar',
      '2024-01-01T00:00:00.000Z',
      '2024-12-31T23:59:59.999Z',
    ],
    // One week from Monday on, and three.
    [
      '2026-11-16T00:00:00Z',
      '2026-11-22T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-11-09T00:00:00.000Z',
      '2026-11-15T23:59:59.999Z',
    ],
    [
      '2026-11-02T00:00:00Z',
      '2026-11-22T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-10-12T00:00:00.000Z',
      '2026-11-01T23:59:59.999Z',
    ],
    // February 2027 to come is four weeks as well: a month is meant.
    [
      '2021-02-01T00:00:00Z',
      '2021-02-28T23:59:59.999Z',
      'UTC',
      'calendar',
      '2021-01-01T00:00:00.000Z',
      '2021-01-31T23:59:59.999Z',
    ],
    // A single day: the same weekday, also one of 25 hours.
    [
      '2026-11-03T00:00:00Z',
      '2026-11-03T23:59:59.999Z',
      'UTC',
      'calendar',
      '2026-10-27T00:00:00.000Z',
      '2026-10-27T23:59:59.999Z',
    ],
    [
      '2026-11-01T05:00:00Z',
      '2026-11-02T05:59:59.999Z',
      CHICAGO,
      'calendar',
      '2026-10-25T05:00:00.000Z',
      '2026-10-26T04:59:59.999Z',
    ],
    // Days that are no part of the calendar.
    [
      '2026-11-03T00:00:00Z',
      '2026-11-12T23:59:59.999Z',
      'UTC',
      'days',
      '2026-10-24T00:00:00.000Z',
      '2026-11-02T23:59:59.999Z',
    ],
    [
      '2026-11-01T00:00:00Z',
      '2026-11-07T23:59:59.999Z',
      'UTC',
      'days',
      '2026-10-25T00:00:00.000Z',
      '2026-10-31T23:59:59.999Z',
    ],
    // Ten local days over a change of clocks.
    [
      '2026-10-28T05:00:00Z',
      '2026-11-07T05:59:59.999Z',
      CHICAGO,
      'days',
      '2026-10-18T05:00:00.000Z',
      '2026-10-28T04:59:59.999Z',
    ],
    // Some hours: the same ones of the day before.
    [
      '2026-11-04T08:00:00Z',
      '2026-11-04T11:59:59.999Z',
      'UTC',
      'days',
      '2026-11-03T08:00:00.000Z',
      '2026-11-03T11:59:59.999Z',
    ],
    [
      '2026-11-01T14:00:00Z',
      '2026-11-01T17:59:59.999Z',
      CHICAGO,
      'days',
      '2026-10-31T13:00:00.000Z',
      '2026-10-31T16:59:59.999Z',
    ],
    // A single instant.
    [
      '2026-11-04T08:00:00Z',
      '2026-11-04T08:00:00Z',
      'UTC',
      'days',
      '2026-11-03T08:00:00.000Z',
      '2026-11-03T08:00:00.000Z',
    ],
    // Not over yet: by hand, to the end of today, of the month, or left open.
    [
      '2026-11-01T00:00:00Z',
      '2026-11-29T23:59:59.999Z',
      'UTC',
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-29T07:23:45.678Z',
    ],
    [
      '2026-11-01T00:00:00Z',
      '2026-11-30T23:59:59.999Z',
      'UTC',
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-29T07:23:45.678Z',
    ],
    [
      '2026-11-01T00:00:00Z',
      undefined,
      'UTC',
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-29T07:23:45.678Z',
    ],
    [
      '2026-11-23T00:00:00Z',
      undefined,
      'UTC',
      'elapsed',
      '2026-11-16T00:00:00.000Z',
      '2026-11-22T07:23:45.678Z',
    ],
    [
      '2026-10-01T00:00:00Z',
      undefined,
      'UTC',
      'elapsed',
      '2026-07-01T00:00:00.000Z',
      '2026-08-29T07:23:45.678Z',
    ],
    [
      '2026-01-01T00:00:00Z',
      undefined,
      'UTC',
      'elapsed',
      '2025-01-01T00:00:00.000Z',
      '2025-11-29T07:23:45.678Z',
    ],
    [
      '2026-11-20T00:00:00Z',
      '2026-11-29T23:59:59.999Z',
      'UTC',
      'days',
      '2026-11-10T00:00:00.000Z',
      '2026-11-19T07:23:45.678Z',
    ],
    // Ends at the midnight after: a month, a week, a day, a year, other days, and one of which now is a part.
    [
      '2026-10-01T00:00:00Z',
      '2026-11-01T00:00:00Z',
      'UTC',
      'calendar',
      '2026-09-01T00:00:00.000Z',
      '2026-09-30T23:59:59.999Z',
    ],
    [
      '2025-11-01T05:00:00Z',
      '2025-12-01T06:00:00Z',
      CHICAGO,
      'calendar',
      '2025-10-01T05:00:00.000Z',
      '2025-11-01T04:59:59.999Z',
    ],
    [
      '2026-11-16T00:00:00Z',
      '2026-11-23T00:00:00Z',
      'UTC',
      'calendar',
      '2026-11-09T00:00:00.000Z',
      '2026-11-15T23:59:59.999Z',
    ],
    [
      '2026-11-18T00:00:00Z',
      '2026-11-19T00:00:00Z',
      'UTC',
      'calendar',
      '2026-11-11T00:00:00.000Z',
      '2026-11-11T23:59:59.999Z',
    ],
    [
      '2025-01-01T00:00:00Z',
      '2026-01-01T00:00:00Z',
      'UTC',
      'calendar',
      '2024-01-01T00:00:00.000Z',
      '2024-12-31T23:59:59.999Z',
    ],
    [
      '2026-11-03T00:00:00Z',
      '2026-11-13T00:00:00Z',
      'UTC',
      'days',
      '2026-10-24T00:00:00.000Z',
      '2026-11-02T23:59:59.999Z',
    ],
    [
      '2026-11-03T00:00:00Z',
      '2026-11-12T23:59:59Z',
      'UTC',
      'days',
      '2026-10-24T00:00:00.000Z',
      '2026-11-02T23:59:59.999Z',
    ],
    [
      '2026-11-01T00:00:00Z',
      '2026-12-01T00:00:00Z',
      'UTC',
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-29T07:23:45.678Z',
    ],
    // A link to "this month" that was kept means what it meant.
    [
      '2026-10-01T00:00:00Z',
      '2026-10-29T07:23:00.000Z',
      'UTC',
      'elapsed',
      '2026-09-01T00:00:00.000Z',
      '2026-09-29T07:23:00.000Z',
    ],
  ])('%s to %s in %s', (from, to, zone, ...expected) => {
    expect(compared('previous', { from, ...(to && { to }) }, zone, NOW)).toEqual(expected);
  });

  it('of what lasts until now ends now, also at a midnight', () => {
    const midnight = '2026-11-08T00:00:00.000Z';
    expect(compared('previous', { from: '2026-11-01T00:00:00Z' }, 'UTC', midnight)).toEqual([
      'elapsed',
      '2026-10-01T00:00:00.000Z',
      '2026-10-08T00:00:00.000Z',
    ]);
    expect(compared('previous', { from: '-24h' }, 'UTC', midnight)).toEqual([
      'days',
      '2026-11-06T00:00:00.000Z',
      '2026-11-06T23:59:59.999Z',
    ]);
    // A single instant is no day.
    expect(
      compared(
        'previous',
        { from: '2026-11-04T00:00:00Z', to: '2026-11-04T00:00:00Z' },
        'UTC',
        NOW,
      ),
    ).toEqual(['elapsed', '2026-10-28T00:00:00.000Z', '2026-10-28T00:00:00.000Z']);
  });

  it('is at most as long as the clocks allow where an hour is skipped or happens twice', () => {
    // At 01:30, with the first 01:30 of the night in which it happens twice.
    expect(compared('previous', { from: 'today' }, CHICAGO, '2026-11-08T07:30:00.000Z')).toEqual([
      'elapsed',
      '2026-11-01T05:00:00.000Z',
      '2026-11-01T06:30:00.000Z',
    ]);
    // At 02:30, which a week before does not exist: two hours and a half after midnight as well.
    expect(compared('previous', { from: 'today' }, CHICAGO, '2026-03-15T07:30:00.000Z')).toEqual([
      'elapsed',
      '2026-03-08T06:00:00.000Z',
      '2026-03-08T08:30:00.000Z',
    ]);
    // Midnight is skipped on the day that is compared: it begins at one.
    expect(
      compared('previous', { from: 'last-week' }, 'Africa/Cairo', '2026-05-04T10:00:00.000Z'),
    ).toEqual(['calendar', '2026-04-19T22:00:00.000Z', '2026-04-26T20:59:59.999Z']);
  });
});

describe('a year earlier', () => {
  const NOW = '2026-11-29T07:23:00.000Z';
  it.each<[string, string | undefined, string, Compared['kind'], string, string]>([
    [
      'last-month',
      undefined,
      'UTC',
      'calendar',
      '2025-10-01T00:00:00.000Z',
      '2025-10-31T23:59:59.999Z',
    ],
    [
      'this-month',
      undefined,
      'UTC',
      'elapsed',
      '2025-11-01T00:00:00.000Z',
      '2025-11-29T07:23:00.000Z',
    ],
    // Weekdays meet.
    ['today', undefined, 'UTC', 'elapsed', '2025-11-30T00:00:00.000Z', '2025-11-30T07:23:00.000Z'],
    [
      'last-week',
      undefined,
      'UTC',
      'calendar',
      '2025-11-17T00:00:00.000Z',
      '2025-11-23T23:59:59.999Z',
    ],
    ['-7d', undefined, 'UTC', 'days', '2025-11-23T07:23:00.000Z', '2025-11-30T07:23:00.000Z'],
    ['-30d', undefined, 'UTC', 'days', '2025-10-30T07:23:00.000Z', '2025-11-29T07:23:00.000Z'],
    // Clocks change on other days of other years.
    [
      '2026-11-01T05:00:00Z',
      '2026-11-30T05:59:59.999Z',
      CHICAGO,
      'elapsed',
      '2025-11-01T05:00:00.000Z',
      '2025-11-29T07:23:00.000Z',
    ],
    // Two weeks, whose end is the end of a day however it is written.
    [
      '2026-10-06T00:00:00Z',
      '2026-10-19T23:59:59Z',
      'UTC',
      'days',
      '2025-10-07T00:00:00.000Z',
      '2025-10-20T23:59:59.999Z',
    ],
    [
      '2026-10-06T00:00:00Z',
      '2026-10-20T00:00:00Z',
      'UTC',
      'days',
      '2025-10-07T00:00:00.000Z',
      '2025-10-20T23:59:59.999Z',
    ],
    [
      '2026-10-01T00:00:00Z',
      '2026-11-01T00:00:00Z',
      'UTC',
      'calendar',
      '2025-10-01T00:00:00.000Z',
      '2025-10-31T23:59:59.999Z',
    ],
    // Longer than a year: the two overlap, and are as long as each other.
    [
      '2025-03-10T00:00:00Z',
      '2026-06-19T23:59:59.999Z',
      'UTC',
      'days',
      '2024-03-10T00:00:00.000Z',
      '2025-06-19T23:59:59.999Z',
    ],
    // A leap day.
    [
      '2024-02-01T00:00:00Z',
      '2024-02-29T23:59:59.999Z',
      'UTC',
      'calendar',
      '2023-02-01T00:00:00.000Z',
      '2023-02-28T23:59:59.999Z',
    ],
    [
      '2025-02-01T00:00:00Z',
      '2025-02-28T23:59:59.999Z',
      'UTC',
      'calendar',
      '2024-02-01T00:00:00.000Z',
      '2024-02-29T23:59:59.999Z',
    ],
    [
      '2024-02-20T00:00:00Z',
      '2024-02-29T23:59:59.999Z',
      'UTC',
      'days',
      '2023-02-20T00:00:00.000Z',
      '2023-02-28T23:59:59.999Z',
    ],
  ])('%s to %s in %s', (from, to, zone, ...expected) => {
    expect(compared('year', { from, ...(to && { to }) }, zone, NOW)).toEqual(expected);
  });
});
