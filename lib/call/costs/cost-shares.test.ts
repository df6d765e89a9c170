import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costSegments, minuteRates, perMinute } from './cost-shares';
import { COST_COMPONENTS, type CostComponent, type CostLine } from './costs';

const line = (component: CostComponent, micros: number | null): CostLine => ({
  component,
  micros,
  parts: [],
  ownCarrier: false,
});

describe('costSegments', () => {
  it('lays the components end to end', () => {
    expect(costSegments([line('voip', 30_000), line('llm', 10_000)])).toEqual([
      { component: 'voip', start: 0, size: 0.75 },
      { component: 'llm', start: 0.75, size: 0.25 },
    ]);
  });

  it('has no piece for what is missing, zero or negative', () => {
    const lines = [line('voip', null), line('llm', 0), line('tts', 5), line('other', -5)];
    expect(costSegments(lines)).toEqual([{ component: 'tts', start: 0, size: 1 }]);
    expect(costSegments([line('voip', null), line('other', -1)])).toEqual([]);
  });

  it('fills the bar whatever the amounts', () => {
    const amounts = fc.array(fc.option(fc.integer({ min: -1e9, max: 1e9 })), {
      minLength: 5,
      maxLength: 5,
    });
    fc.assert(
      fc.property(amounts, (micros) => {
        const segments = costSegments(
          COST_COMPONENTS.map((id, at) => line(id, micros[at] ?? null)),
        );
        const filled = segments.reduce((sum, { size }) => sum + size, 0);
        expect(filled).toBeCloseTo(segments.length === 0 ? 0 : 1, 9);
        segments.forEach(({ start }, at) => {
          const before = segments.slice(0, at).reduce((sum, { size }) => sum + size, 0);
          expect(start).toBeCloseTo(before, 9);
        });
      }),
    );
  });
});

describe('perMinute', () => {
  it.each([
    [60_000, 60, 60_000],
    [60_000, 90, 40_000],
    [-60_000, 30, -120_000],
    [0, 60, 0],
    [null, 60, null],
    [60_000, null, null],
    [60_000, undefined, null],
    [60_000, 0, null],
    [60_000, -5, null],
  ])('%j micros in %j seconds are %j a minute', (micros, seconds, rate) => {
    expect(perMinute(micros, seconds)).toBe(rate);
  });
});

describe('minuteRates', () => {
  it('takes the numbers and passes over the rest', () => {
    const rates = { voip: 0.014, free: 0, note: 'n/a', nested: { voip: 1 }, none: null };
    expect(minuteRates(rates)).toEqual([
      { key: 'voip', micros: 14_000 },
      { key: 'free', micros: 0 },
    ]);
  });

  it.each([null, undefined, {}])('%j has none', (rates) => {
    expect(minuteRates(rates)).toEqual([]);
  });
});
