import { expect, it } from 'vitest';
import type { PreviousPeriod, Sums } from '@/lib/call/answers/index-responses';
import { periodWords } from './period-words';

const NOW = Date.parse('2026-11-29T13:23:00Z');
const ZONE = 'America/Chicago';
const SUMS: Sums = {
  calls: 1,
  calls_without_cost: 0,
  minutes: 1,
  total: 1,
  voip: 1,
  transcriber: 0,
  llm: 0,
  tts: 0,
  other: 0,
  per_call: 1,
  per_minute: 1,
};
const OCTOBER = { from: '2026-10-01T05:00:00.000Z', to: '2026-11-01T04:59:59.999Z' };
const SEPTEMBER: PreviousPeriod = {
  from: '2026-09-01T05:00:00.000Z',
  to: '2026-10-01T04:59:59.999Z',
  kind: 'calendar',
  known_from: null,
};
const view = (from: string | null, compare: 'none' | 'previous' = 'previous') => ({
  compare,
  address: { from, to: null },
});

it.each([
  [
    'whole months',
    { current: OCTOBER, previous: SEPTEMBER },
    view('last-month'),
    'Oct 1 – Oct 31, compared with Sep 1 – Sep 30 (the whole of it)',
  ],
  [
    'a month that is not over',
    {
      current: { from: '2026-11-01T05:00:00.000Z', to: '2026-11-29T13:23:12.345Z' },
      previous: {
        from: OCTOBER.from,
        to: '2026-10-29T12:23:12.345Z',
        kind: 'elapsed' as const,
        known_from: null,
      },
    },
    view('this-month'),
    'Nov 1, 00:00 – Nov 29, 07:23, compared with Oct 1, 00:00 – Oct 29, 07:23 (the same part of it)',
  ],
  [
    'a past that is not known',
    {
      current: OCTOBER,
      previous: { ...SEPTEMBER, known_from: '2026-09-03T15:00:00.000Z' },
    },
    view('last-month'),
    'Oct 1 – Oct 31, not compared: calls are known from Sep 3 only',
  ],
  [
    'nothing known',
    { current: OCTOBER, previous: null },
    view('last-month'),
    'Oct 1 – Oct 31, not compared: it is not known yet since when there are calls',
  ],
  [
    'no comparison',
    { current: OCTOBER, previous: null },
    view('last-month', 'none'),
    'Oct 1 – Oct 31, not compared: the comparison is switched off',
  ],
  [
    'all time',
    { current: OCTOBER, previous: null },
    view(null, 'none'),
    'All time, not compared: a range without a start has no period before it',
  ],
])('%s', (_name, periods, asked, sentence) => {
  const known = periods.previous?.known_from === null;
  const words = periodWords({ periods, previous: known ? SUMS : null }, asked, ZONE, NOW);
  const { current, previous, reason } = words;
  const told =
    previous === null ? `not compared: ${reason}` : `compared with ${previous} (${reason})`;
  expect(`${current}, ${told}`).toBe(sentence);
});
