import { describe, expect, test } from 'vitest';
import type { CostGroup, CostsResponse, Sums } from '@/lib/call/answers/index-responses';
import { explainChange } from './change-steps';

const WORDS = { money: (micros: number) => `$${(micros / 1e6).toFixed(2)}`, groups: 'models' };

const sums = (calls: number, minutes: number, total: number): Sums => ({
  calls,
  calls_without_cost: 0,
  minutes,
  total,
  voip: total,
  transcriber: 0,
  llm: 0,
  tts: 0,
  other: 0,
  per_call: calls === 0 ? null : total / calls,
  per_minute: minutes === 0 ? null : total / minutes,
});

const group = (key: string, of: Sums): CostGroup => ({
  key,
  label: key,
  ...of,
  p50: null,
  p95: null,
});

const answer = (totals: Sums, previous: Sums | null, groups: CostGroup[] = []): CostsResponse => ({
  totals,
  previous,
  periods: { current: { from: null, to: null }, previous: null },
  series: [],
  previous_series: [],
  groups,
  overlapping: false,
  meta: {
    source: 'index',
    as_of: null,
    coverage: {
      from: null,
      to: null,
      complete: true,
      indexed: 0,
      upstream_count: 0,
      unreadable: 0,
    },
  },
});

const sentences = (...[current, past]: [CostsResponse, CostsResponse?]) =>
  Object.fromEntries(
    (explainChange(current, past, WORDS)?.stairs ?? []).map(({ key, sentence }) => [key, sentence]),
  );

test('nothing is explained where there is nothing to compare with', () => {
  expect(explainChange(answer(sums(1, 1, 1), null), undefined, WORDS)).toBeNull();
});

test('the way from one period to the next is told in steps that add up', () => {
  const { stairs = [], mixed } =
    explainChange(answer(sums(20, 60, 12), sums(10, 20, 3)), undefined, WORDS) ?? {};
  expect(mixed).toBe(false);
  const [before, ...steps] = stairs;
  const after = steps.pop();
  expect(steps.reduce((sum, { micros }) => sum + micros, before?.micros ?? 0)).toBe(after?.micros);
  expect(sentences(answer(sums(20, 60, 12), sums(10, 20, 3)))).toMatchObject({
    before: '10 calls with a cost came to $3.00.',
    volume: '10 more calls, at the $0.30 that a call cost before: $3.00 more.',
    duration: 'A call took 3.00 minutes, 2.00 before: $3.00 more.',
    voip: 'VoIP costs $0.20 per minute, $0.15 before: $3.00 more.',
    after: '20 calls with a cost came to $12.00.',
  });
});

describe('where all calls together say the opposite of each group', () => {
  // Calls in both models became shorter, but many moved to the one with the long calls.
  const before = [group('short', sums(90, 90, 9)), group('long', sums(10, 100, 10))];
  const after = [group('short', sums(10, 9, 0.9)), group('long', sums(90, 810, 81))];

  test('the sentence says both', () => {
    const current = answer(sums(100, 819, 81.9), sums(100, 190, 19), after);
    const past = answer(sums(100, 190, 19), null, before);
    expect(sentences(current, past).duration).toMatch(
      /^A call took 8\.19 minutes, 1\.90 before over all, but within the same models it went the other way: \$\d+\.\d\d less\.$/,
    );
  });
});
