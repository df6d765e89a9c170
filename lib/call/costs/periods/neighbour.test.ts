import { expect, it } from 'vitest';
import type { RelativeRange } from '@/lib/call/query/ranges';
import { resolveRange } from '@/lib/url/relative-range';
import { neighbour } from './neighbour';

const NOW = '2026-11-29T07:23:00.000Z';
const CHICAGO = 'America/Chicago';

function beside(range: string | [string, string], way: 'before' | 'after', zone: string) {
  const asked = typeof range === 'string' ? { from: range } : { from: range[0], to: range[1] };
  const { from = NOW, to = NOW } = resolveRange(asked, zone, new Date(NOW));
  const found = neighbour(
    {
      from: Date.parse(from),
      to: Date.parse(to),
      zone,
      now: Date.parse(NOW),
      // Guarantee: a test that gives one word gives a known one.
      token: typeof range === 'string' ? (range as RelativeRange) : undefined,
    },
    way,
  );
  if (!found) return null;
  return found.token ?? [new Date(found.from).toISOString(), new Date(found.to).toISOString()];
}

it.each<[string | [string, string], string, string | string[] | null, string | string[] | null]>([
  // range, zone, before, after
  ['today', 'UTC', ['2026-11-28T00:00:00.000Z', '2026-11-28T23:59:59.999Z'], null],
  ['yesterday', 'UTC', ['2026-11-27T00:00:00.000Z', '2026-11-27T23:59:59.999Z'], 'today'],
  ['last-week', 'UTC', ['2026-11-09T00:00:00.000Z', '2026-11-15T23:59:59.999Z'], 'this-week'],
  ['this-week', 'UTC', ['2026-11-16T00:00:00.000Z', '2026-11-22T23:59:59.999Z'], null],
  ['last-month', CHICAGO, ['2026-09-01T05:00:00.000Z', '2026-10-01T04:59:59.999Z'], 'this-month'],
  ['this-month', CHICAGO, ['2026-10-01T05:00:00.000Z', '2026-11-01T04:59:59.999Z'], null],
  ['last-quarter', 'UTC', ['2026-04-01T00:00:00.000Z', '2026-06-30T23:59:59.999Z'], 'this-quarter'],
  ['this-year', 'UTC', ['2025-01-01T00:00:00.000Z', '2025-12-31T23:59:59.999Z'], null],
  ['-7d', 'UTC', ['2026-11-15T07:23:00.000Z', '2026-11-22T07:22:59.999Z'], null],
  // Ten days over the change of clocks: the neighbours touch it, and begin at midnight.
  [
    ['2026-10-25T05:00:00Z', '2026-11-04T05:59:59.999Z'],
    CHICAGO,
    ['2026-10-15T05:00:00.000Z', '2026-10-25T04:59:59.999Z'],
    ['2026-11-04T06:00:00.000Z', '2026-11-14T05:59:59.999Z'],
  ],
  // Ends at the midnight after, or at the last second.
  [
    ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'],
    'UTC',
    ['2026-09-01T00:00:00.000Z', '2026-09-30T23:59:59.999Z'],
    'this-month',
  ],
  [
    ['2026-11-18T00:00:00Z', '2026-11-19T00:00:00Z'],
    'UTC',
    ['2026-11-17T00:00:00.000Z', '2026-11-17T23:59:59.999Z'],
    ['2026-11-19T00:00:00.000Z', '2026-11-19T23:59:59.999Z'],
  ],
  [
    ['2026-11-03T00:00:00Z', '2026-11-12T23:59:59Z'],
    'UTC',
    ['2026-10-24T00:00:00.000Z', '2026-11-02T23:59:59.999Z'],
    ['2026-11-13T00:00:00.000Z', '2026-11-22T23:59:59.999Z'],
  ],
  // February has the days that it has.
  [
    ['2026-02-01T00:00:00Z', '2026-02-28T23:59:59.999Z'],
    'UTC',
    ['2026-01-01T00:00:00.000Z', '2026-01-31T23:59:59.999Z'],
    ['2026-03-01T00:00:00.000Z', '2026-03-31T23:59:59.999Z'],
  ],
])('beside %s in %s', (range, zone, before, after) => {
  expect(beside(range, 'before', zone)).toEqual(before);
  expect(beside(range, 'after', zone)).toEqual(after);
});

it('is undone by a step the other way, for whole parts of the calendar', () => {
  const [from = '', to = ''] = beside('last-month', 'before', CHICAGO) ?? [];
  expect(beside([from, to], 'after', CHICAGO)).toEqual([
    '2026-10-01T05:00:00.000Z',
    '2026-11-01T04:59:59.999Z',
  ]);
});
