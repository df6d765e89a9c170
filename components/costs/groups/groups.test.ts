import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BreakdownCell, BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { toMicros } from '@/lib/call/costs/costs';
import { MEASURES } from '@/lib/call/query/routes/breakdown-query';
import { signed } from '@/lib/format/money';
import { groupsAnswer, measures } from './answers.test-maker';
import { groupRows, signedShare } from './group-rows';
import { isStacked, measured, seriesBuckets, seriesLines, summedCells } from './group-series';
import { measureName, measuresThere } from './measures';
import { piecesOf, scaleOf } from './row-bar';

const pair = (key: string | null, now: number, before: number | null) => ({
  key,
  now: measures(10, 10, { llm: now }),
  before: before === null ? null : measures(10, 10, { llm: before }),
});

describe('groupRows', () => {
  it('has the largest change first, in either direction, and the others last', () => {
    const rows = groupRows(
      groupsAnswer([pair('a', 100, 99), pair('b', 10, 40), pair('c', 50, 30), pair(null, 900, 1)]),
    );
    expect(rows.map(({ key, change }) => [key, change])).toEqual([
      ['b', -30],
      ['c', 20],
      ['a', 1],
      [null, 899],
    ]);
    expect(rows[0]?.changeShare).toBe(-0.75);
  });

  it('is by cost where nothing is compared, and knows no change then', () => {
    const rows = groupRows(groupsAnswer([pair('a', 1, null), pair('b', 5, null)]));
    expect(
      rows.map(({ key, before, change, changeShare }) => [key, before, change, changeShare]),
    ).toEqual([
      ['b', null, null, null],
      ['a', null, null, null],
    ]);
  });

  it('takes no calls for a cost of zero, and a cost that nobody knows for none', () => {
    const unknown = measures(4, 4, {}, { calls_without_cost: 4 });
    const rows = groupRows(
      groupsAnswer([
        { key: 'new', now: measures(2, 2, { tts: 3 }), before: measures(0, 0, {}) },
        { key: 'unknown', now: measures(2, 2, { tts: 1 }), before: unknown },
      ]),
    );
    expect(
      rows.map(({ key, before, change, changeShare }) => [key, before, change, changeShare]),
    ).toEqual([
      ['new', 0, 3, null],
      ['unknown', null, null, null],
    ]);
  });

  it('writes changes with their sign', () => {
    const money = (amount: number) => `$${amount}`;
    expect([signed(2, money), signed(-2, money), signed(0, money)]).toEqual(['+$2', '−$2', '$0']);
    expect([signedShare(0.1234), signedShare(-2), signedShare(0)]).toEqual([
      '+12.3%',
      '−200.0%',
      '0.0%',
    ]);
  });
});

describe('bars', () => {
  it('are as long as the cost, whatever its parts', () => {
    const amount = fc.integer({ min: -1_000_000, max: 5_000_000 }).map((micros) => micros / 1e6);
    fc.assert(
      fc.property(fc.record({ voip: amount, llm: amount, other: amount }), (parts) => {
        const [row] = groupRows(
          groupsAnswer([{ key: 'a', now: measures(1, 1, parts), before: null }]),
        );
        if (!row) throw new Error('A group has a row');
        const length = piecesOf(row).reduce((sum, { from, to }) => sum + to - from, 0);
        expect(length).toBeCloseTo(row.total, 9);
        const { low, high } = scaleOf([row]);
        expect(low).toBeLessThanOrEqual(0);
        expect(high).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

const cell: fc.Arbitrary<BreakdownCell | null> = fc.option(
  fc
    .record({
      calls: fc.integer({ min: 1, max: 50 }),
      minutes: fc.nat(90),
      total: fc.integer({ min: -100_000, max: 900_000_000 }).map((micros) => micros / 1e6),
      share: fc.nat(100),
      unpriced: fc.nat(50),
    })
    .map(({ calls, minutes, total, share, unpriced }) => ({
      calls,
      calls_without_cost: Math.min(calls, unpriced),
      minutes,
      total: unpriced >= calls ? 0 : total,
      nobody_reached: Math.floor((calls * share) / 100),
      successes: [Math.floor((calls * share) / 200)],
    })),
  { nil: null },
);
const answer: fc.Arbitrary<BreakdownResponse> = fc
  .record({ groups: fc.integer({ min: 1, max: 21 }), buckets: fc.integer({ min: 1, max: 12 }) })
  .chain(({ groups, buckets }) =>
    fc
      .array(fc.array(cell, { minLength: groups, maxLength: groups }), {
        minLength: buckets,
        maxLength: buckets,
      })
      .map((cells) => ({
        ...groupsAnswer(
          Array.from({ length: groups }, (_, at) => pair(at === 20 ? null : `g${at}`, 1, null)),
        ),
        series: cells.map((line, at) => ({
          start: `2026-11-${String(at + 1).padStart(2, '0')}T00:00:00Z`,
          end: `2026-11-${String(at + 2).padStart(2, '0')}T00:00:00Z`,
          partial: false,
          cells: line,
        })),
      })),
  );

describe('groups over time', () => {
  it('leave nothing out of what adds up', () => {
    fc.assert(
      fc.property(answer, fc.constantFrom(...MEASURES.filter(isStacked)), (data, measure) => {
        const lines = seriesLines(data, measure);
        const every = data.groups.map((_, place) => place);
        expect(lines.flatMap(({ places }) => places).sort((a, b) => a - b)).toEqual(every);
        const drawn = seriesBuckets(data, lines, measure, 'day', 'UTC').reduce(
          (sum, { values }) =>
            Object.values(values).reduce<number>((all, value) => all + toMicros(value ?? 0), sum),
          0,
        );
        const whole = every.reduce(
          (sum, place) => sum + toMicros(measured(summedCells(data, [place]), measure) ?? 0),
          0,
        );
        expect(drawn).toBe(whole);
      }),
    );
  });

  it('are never a share of nothing', () => {
    expect(measured([], 'cost')).toBe(0);
    expect(measured([], 'nobody_reached')).toBeNull();
    expect(measured([], 'cost_per_success_1')).toBeNull();
    const unpriced = {
      calls: 2,
      calls_without_cost: 2,
      minutes: 1,
      total: 0,
      nobody_reached: 1,
      successes: [1],
    };
    expect(measured([unpriced], 'cost')).toBeNull();
    expect(measured([unpriced], 'nobody_reached')).toBe(0.5);
    expect(measured([unpriced], 'cost_per_success_1')).toBeNull();
    expect(
      measured(
        [{ ...unpriced, calls_without_cost: 0, total: 3, successes: [2] }],
        'cost_per_success_1',
      ),
    ).toBe(1.5);
  });

  it('are measured by every success that is defined', () => {
    const definitions = [
      { name: '', outcomes: ['a'] },
      { name: 'Callback', outcomes: ['b'] },
    ];
    expect(measuresThere(definitions).map((measure) => measureName(measure, definitions))).toEqual([
      'Cost',
      'Calls',
      'Minutes',
      'Share that reached nobody',
      'Cost per Success',
      'Cost per Callback',
    ]);
  });
});
