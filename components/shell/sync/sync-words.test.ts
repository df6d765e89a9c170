import { expect, it } from 'vitest';
import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatSpan, syncSummary } from './sync-words';

const NOW = Date.parse('2026-11-24T12:00:00Z');
const idle: SyncResponse = {
  state: 'idle',
  indexed: 12_993,
  upstream_count: 12_993,
  oldest: null,
  newest: null,
  last_success: '2026-11-24T11:59:46Z',
  progress: null,
  last_error: null,
  rejected: { count: 0, recovered: 0, latest: [] },
  missing: 0,
  suspicion: null,
  unknown_fields: [],
  transcripts: { state: 'off', read: 0, without: 0, rate: null, last_error: null },
  odd_fields: [],
  ignored_filters: [],
};
const reading = (done: number, total: number): SyncResponse => ({
  ...idle,
  state: 'backfilling',
  indexed: done,
  progress: { done, total, rate: null, seconds_left: null },
});

it.each([
  ['Index: 12,993 calls, 14 s old', idle],
  ['Index: 1 call, 3 min old', { ...idle, indexed: 1, last_success: '2026-11-24T11:56:30Z' }],
  ['Index: 12,993 calls, 0 s old', { ...idle, last_success: '2026-11-24T12:00:09Z' }],
  ['Index: 12,993 calls', { ...idle, last_success: null }],
  ['Index: 12,950 calls, 14 s old, 43 missing', { ...idle, indexed: 12_950, missing: 43 }],
  ['Index: 6,000 calls, 46%', reading(6_000, 12_993)],
  ['Index: 0 calls, reading', { ...idle, state: 'backfilling', indexed: 0 } as const],
  ['Index: 12,992 calls, 99%', reading(12_992, 12_993)],
  ['Index: 12,993 calls, 14 s old, with an error', { ...idle, state: 'error' } as const],
  [
    'Index: 0 calls, never read, with an error',
    { ...idle, state: 'error', indexed: 0, last_success: null } as const,
  ],
])('says %j', (words, sync) => {
  expect(syncSummary(sync, false, NOW)).toBe(words);
});

it('does not claim to know what it was not told', () => {
  expect(syncSummary(undefined, false, NOW)).toBe('Index');
  expect(syncSummary(undefined, true, NOW)).toBe('Index: not available');
});

it('tells a span of time in its largest unit', () => {
  expect([0, 59.4, 60, 3_599, 86_400 * 3].map(formatSpan)).toEqual([
    '0 s',
    '59 s',
    '1 min',
    '59 min',
    '3 d',
  ]);
});
