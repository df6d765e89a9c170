import { describe, expect, it } from 'vitest';
import { callsHref } from '@/components/costs/view/drill-down';
import { numberChange } from '@/components/outcomes/view/links';
import { loadAddress } from '@/lib/url/address';
import { funnelSteps } from './funnel-steps';

const totals = { calls: 200, reached: 150, chosen: [30, 0], calls_without_cost: 10, total: 60 };
const previous = { calls: 100, reached: 50, chosen: [20, 5], calls_without_cost: 0, total: 10 };
const successes = [
  { name: 'Booked', outcomes: ['Load booked', 'Covered'] },
  { name: '', outcomes: ['Callback'] },
];
const address = (query: string) => loadAddress(new URLSearchParams(query));

describe('the funnel', () => {
  it('goes from called to reached to each success, with what each cost', () => {
    const steps = funnelSteps({ totals, previous }, address(''), successes);
    expect(
      steps.map(({ name, calls, before, ofAll, ofReached, cost }) => [
        name,
        calls,
        before,
        ofAll,
        ofReached,
        cost,
      ]),
    ).toEqual([
      ['Called', 200, 100, 1, null, 0.3],
      ['Reached', 150, 50, 0.75, 1, 0.4],
      ['Booked', 30, 20, 0.15, 0.2, 2],
      ['Success', 0, 5, 0, 0, null],
    ]);
  });

  it('leads to the calls that it counts, and not beyond the filters of the page', () => {
    const page = address('classifications=Covered&tags=vip');
    const [called, reached, booked] = funnelSteps({ totals, previous: null }, page, successes);
    const asked = (change = {}) =>
      Object.fromEntries(new URL(callsHref(page, null, change) ?? '', 'http://x').searchParams);
    expect(asked(called?.change)).toEqual({ tags: 'vip', classifications: 'Covered' });
    expect(asked(reached?.change)).toMatchObject({ has_outcome: 'true', tags: 'vip' });
    expect(asked(booked?.change)).toEqual({
      tags: 'vip',
      classifications: 'Covered',
      has_outcome: 'true',
    });
  });

  it('knows no cost where no call has one, and no share of no calls', () => {
    const none = { calls: 0, reached: 0, chosen: [0, 0], calls_without_cost: 0, total: 0 };
    for (const step of funnelSteps({ totals: none, previous: null }, address(''), successes))
      expect([step.ofAll, step.ofReached, step.before, step.cost]).toEqual([
        null,
        null,
        null,
        null,
      ]);
  });
});

describe('the calls with a number', () => {
  it.each([
    ['', 12.5, { 'min_x.rate': 12.5 }],
    ['min_x.rate=100', 120, { 'min_x.rate': 120 }],
    ['min_x.rate=100&max_x.rate=90', 50, { 'min_x.rate': 100 }],
    ['min_x.rate=2026-01-01', 50, { 'min_x.rate': 50 }],
    ['', null, null],
  ])('of %j from %j: %j', (query, min, expected) => {
    expect(numberChange(address(query), 'rate', min)).toEqual(expected);
  });
});
