import { describe, expect, it } from 'vitest';
import { DEMO_BACKTEST } from '@/lib/call/costs/outlook/demo-backtest';
import { markWords, progressWords } from './budgets/budget-words';
import { OUTLOOK_DEFINITIONS } from './definitions';
import { backtestWords, isNarrowed, noForecastWords, percent, timeOfDay } from './outlook-words';

const money = (amount: number) => `$${amount}`;
const known = (total: number | null) => ({ calls: 1, calls_without_cost: 0, total });
const forecast = (total: number, reach: number) => ({
  total,
  low: total - reach,
  high: total + reach,
  late: { calls: 0, total: 0 },
});

describe('words of the outlook', () => {
  it.each([
    ['incomplete', null, 'the index has not read all calls'],
    ['no_calls', null, 'no call of the last 8 weeks matches'],
    ['no_costs', '2026-08-03T18:00:00Z', 'has a cost'],
    ['too_short', '2026-11-10T03:00:00Z', 'known from Nov 9, 2026 only'],
    ['too_short', null, 'it takes 4 whole weeks'],
  ] as const)('%s known from %s: %s', (reason, from, words) => {
    expect(noForecastWords(reason, from, 'America/Chicago')).toContain(words);
  });

  it.each([
    [100, 80, null, '80.0% spent.'],
    [100, null, null, ''],
    [100, 80, forecast(90, 5), '80.0% spent. Forecast $90: within the budget.'],
    [
      100,
      80,
      forecast(98, 5),
      '80.0% spent. Forecast $98: within the budget. The budget lies within its range.',
    ],
    [100, 120, forecast(150, 5), '120.0% spent. Forecast $150: $50 more than the budget.'],
  ])('a budget of %i with %s spent', (amount, total, ahead, words) => {
    expect(progressWords({ amount, to_date: known(total), forecast: ahead }, money)).toBe(words);
  });

  it.each([
    [{ mark: 50 as const, reached_on: '2026-11-09', expected_on: null }, '50% reached Nov 9'],
    [{ mark: 90 as const, reached_on: null, expected_on: '2026-11-30' }, '90% expected Nov 30'],
    [{ mark: 100 as const, reached_on: null, expected_on: null }, '100% not reached'],
  ])('%j', (mark, words) => {
    expect(markWords(mark)).toBe(words);
  });

  it('name the clocks of the zone', () => {
    expect(timeOfDay({ to: '2026-11-29T22:47:00Z' }, 'America/Chicago')).toBe('16:47');
    expect(timeOfDay({ to: '2026-11-29T18:20:00Z' }, 'Asia/Kathmandu')).toBe('00:05');
  });

  it('say what forecasts were tested on', () => {
    const result = {
      months: ['2026-09', '2026-10'],
      forecasts: 10,
      mean_error: 0.01,
      largest_error: 0.019,
      within: 0.9,
    };
    expect(backtestWords(result)).toBe(
      '10 forecasts for Sep and Oct: at most 1.9% off, 9 ended within their range',
    );
    expect(backtestWords({ ...result, months: ['2026-10'] })).toContain('for Oct:');
    expect(backtestWords({ ...result, months: ['2026-08', '2026-09', '2026-10'] })).toContain(
      'for Aug to Oct:',
    );
  });

  it('know what narrows', () => {
    expect(isNarrowed({ timezone: 'UTC' })).toBe(false);
    expect(isNarrowed({ timezone: 'UTC', type: undefined })).toBe(false);
    expect(isNarrowed({ timezone: 'UTC', type: 'Inbound' })).toBe(true);
  });

  it('state the test on the demo as it is', () => {
    const { meaning } = OUTLOOK_DEFINITIONS.find(({ id }) => id === 'backtest') ?? { meaning: '' };
    expect(meaning).toContain(percent(DEMO_BACKTEST.meanError));
    expect(meaning).toContain(`${DEMO_BACKTEST.within} of ${DEMO_BACKTEST.forecasts} forecasts`);
  });
});
