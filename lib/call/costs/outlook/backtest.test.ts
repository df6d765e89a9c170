import { expect, it } from 'vitest';
import { costBreakdown } from '@/lib/call/costs/costs';
import { generateCalls } from '@/lib/demo/generate';
import { DEMO_SEED } from '@/lib/demo/server';
import { resultOf, trialAt } from './backtest';
import { daysBetween, monthOf } from './calendar';
import { type DayCosts, NO_CALLS, sumOf, wholeDay } from './day-costs';
import { DEMO_BACKTEST } from './demo-backtest';
import { dayOf, daysFrom } from './tables.test-days';

/** Months that are over, in the demo's own zone. */
const END = '2026-12-01T06:00:00Z';
const MONTHS = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10', '2026-11'];
const AFTER_DAYS = [5, 10, 15, 20, 25];

function demoDays(): Map<number, DayCosts> {
  const calls = generateCalls({ seed: DEMO_SEED, now: Date.parse(END), count: 27_500 });
  const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Chicago' });
  const days = new Map<number, DayCosts>();
  for (const { created, costs } of calls) {
    const day = dayOf(clock.format(Date.parse(created)));
    const total = costBreakdown(costs)?.total ?? null;
    const call = { calls: 1, priced: total === null ? 0 : 1, total: total ?? 0 };
    const { until } = days.get(day) ?? { until: NO_CALLS };
    days.set(day, { until: sumOf([until, call]), after: NO_CALLS });
  }
  return days;
}

it('forecasts of the demo are as far off as is said', { timeout: 60_000 }, () => {
  const days = demoDays();
  const firstDay = Math.min(...days.keys()) + 1;
  expect(firstDay).toBeLessThanOrEqual(dayOf('2026-06-05') - 56);
  const trials = MONTHS.flatMap((month) =>
    AFTER_DAYS.flatMap((after) => trialAt(days, firstDay, dayOf(`${month}-01`) + after - 1) ?? []),
  );
  const result = resultOf(trials);
  if (result === null) throw new Error('There is no trial.');
  expect(result.forecasts).toBe(DEMO_BACKTEST.forecasts);
  // What is said is never better than what is, nor much worse.
  expect(result.meanError).toBeLessThanOrEqual(DEMO_BACKTEST.meanError);
  expect(result.meanError).toBeGreaterThan(DEMO_BACKTEST.meanError - 0.003);
  expect(result.largestError).toBeLessThanOrEqual(DEMO_BACKTEST.largestError);
  expect(result.largestError).toBeGreaterThan(DEMO_BACKTEST.largestError - 0.005);
  expect(Math.round(result.within * result.forecasts)).toBe(DEMO_BACKTEST.within);
  // The range is no wider than it has to be: it is meant for eight of ten.
  const width = trials.map(({ low, high, actual }) => (high - low) / actual);
  expect(Math.max(...width)).toBeLessThan(0.2);
});

it('a trial knows nothing of what came after its day', () => {
  const totals = Array.from({ length: 120 }, (_, at) => 1000 + ((at * 7919) % 501));
  const days = daysFrom('2026-08-01', totals);
  const day = dayOf('2026-10-15');
  const trial = trialAt(days, dayOf('2026-08-01'), day);
  const changed = new Map(days);
  changed.set(day + 3, { until: { calls: 1, priced: 1, total: 1_000_000 }, after: NO_CALLS });
  const other = trialAt(changed, dayOf('2026-08-01'), day);
  expect(other).toEqual({ ...trial, actual: other?.actual });
  const { first, last } = monthOf(day);
  const { total } = sumOf(daysBetween(first, last).map((each) => wholeDay(days, each)));
  expect(trial?.actual).toBe(total);
});

it('months that cost nothing, or of which too little was known, are no trial', () => {
  expect(trialAt(new Map(), null, dayOf('2026-10-15'))).toBeNull();
  expect(resultOf([])).toBeNull();
  expect(resultOf([{ day: 1, forecast: 5, low: 1, high: 9, actual: 0 }])).toBeNull();
});
