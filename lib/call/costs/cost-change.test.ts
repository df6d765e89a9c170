import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sums as sumsOf } from '@/lib/call/answers/answers.test-maker';
import { basisOf, type CostBasis, costChange, type GroupChange } from './cost-change';

const micros = fc.integer({ min: -1_000_000, max: 2_000_000_000 });

/** What a period can hold: nothing at all, or calls with or without minutes. */
const basis: fc.Arbitrary<CostBasis> = fc.oneof(
  fc.constant(at(0, 0, {})),
  fc.record({
    calls: fc.integer({ min: 1, max: 1_000_000 }),
    minutes: fc.oneof(fc.constant(0), fc.double({ min: 0.001, max: 1e7, noNaN: true })),
    micros: fc.record({
      voip: micros,
      transcriber: micros,
      llm: micros,
      tts: micros,
      other: micros,
    }),
  }),
);
const groups = fc.array(fc.record({ before: basis, after: basis }), { minLength: 1, maxLength: 8 });

function at(calls: number, minutes: number, amounts: Partial<CostBasis['micros']>): CostBasis {
  return {
    calls,
    minutes,
    micros: { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0, ...amounts },
  };
}

/** The steps that are not zero. */
function told(pairs: readonly GroupChange[]): Record<string, number> {
  const { steps } = costChange(pairs);
  return Object.fromEntries(
    steps.filter(({ micros }) => micros !== 0).map(({ kind, micros }) => [kind, micros]),
  );
}

describe('costChange', () => {
  it('adds up to the micro-unit, whatever the periods hold', () => {
    fc.assert(
      fc.property(groups, (pairs) => {
        const { before, after, steps } = costChange(pairs);
        expect(steps.reduce((sum, step) => sum + step.micros, before)).toBe(after);
        for (const { micros, parts } of steps) {
          expect(Number.isSafeInteger(micros)).toBe(true);
          expect(parts).toHaveLength(pairs.length);
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(micros);
        }
      }),
    );
  });

  it('comes to an end with amounts of any size', () => {
    const amount = fc.double({ min: -1e21, max: 1e21, noNaN: true });
    fc.assert(
      fc.property(groups, fc.array(amount, { minLength: 2, maxLength: 2 }), (pairs, [a, b]) => {
        const huge = { before: at(3, 4, { llm: a }), after: at(5, 6, { tts: b }) };
        const { before, after, steps } = costChange([...pairs, huge]);
        const reached = steps.reduce((sum, step) => sum + step.micros, before);
        expect(Math.abs(reached - after)).toBeLessThanOrEqual(
          1e-9 * (Math.abs(before) + Math.abs(after) + 1e9),
        );
      }),
    );
  });

  it('tells a month of a currency with small units in all its steps', () => {
    const month = { before: at(1000, 2000, { llm: 1e15 }), after: at(1100, 2200, { llm: 1.2e15 }) };
    expect(told([month])).toEqual({ volume: 1e14, llm: 1e14 });
  });

  it('makes no step of rates that make no sense', () => {
    const odd = { before: at(1, 1e-9, { llm: 1e9 }), after: at(1, 1e9, { llm: 2e9 }) };
    expect(told([odd])).toEqual({ volume: 1e9 });
  });

  it('goes as far back as it went forth', () => {
    fc.assert(
      fc.property(groups, (pairs) => {
        const there = costChange(pairs);
        const back = costChange(
          pairs.map(({ before, after }) => ({ before: after, after: before })),
        );
        expect([back.before, back.after]).toEqual([there.after, there.before]);
        const sum = ({ steps }: typeof there) => steps.reduce((all, step) => all + step.micros, 0);
        expect(sum(back) + sum(there)).toBe(0);
      }),
    );
  });

  it('is without steps between equal periods', () => {
    fc.assert(
      fc.property(fc.array(basis, { minLength: 1, maxLength: 8 }), (bases) => {
        const { steps } = costChange(bases.map((same) => ({ before: same, after: same })));
        for (const step of steps) expect(Math.abs(step.micros)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('knows no mix of a single group', () => {
    fc.assert(
      fc.property(basis, basis, (before, after) => {
        const { steps } = costChange([{ before, after }]);
        const mix = steps.find(({ kind }) => kind === 'mix')?.micros ?? 0;
        expect(Math.abs(mix)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('tells more of the same calls as volume', () => {
    expect(told([{ before: at(10, 20, { llm: 1000 }), after: at(15, 30, { llm: 1500 }) }])).toEqual(
      { volume: 500 },
    );
  });

  it('tells longer calls as duration', () => {
    expect(told([{ before: at(10, 20, { llm: 1000 }), after: at(10, 30, { llm: 1500 }) }])).toEqual(
      { duration: 500 },
    );
  });

  it('tells a dearer minute at its component', () => {
    const before = at(10, 20, { llm: 1000, voip: 400 });
    expect(told([{ before, after: at(10, 20, { llm: 1300, voip: 300 }) }])).toEqual({
      llm: 300,
      voip: -100,
    });
  });

  it('tells a move to dearer groups as mix', () => {
    expect(
      told([
        { before: at(10, 10, { llm: 1000 }), after: at(5, 5, { llm: 500 }) },
        { before: at(10, 10, { llm: 3000 }), after: at(15, 15, { llm: 4500 }) },
      ]),
    ).toEqual({ mix: 1000 });
  });

  it('takes a new group for mix and a lost one too', () => {
    const kept = { before: at(10, 10, { llm: 1000 }), after: at(10, 10, { llm: 1000 }) };
    const added = { before: at(0, 0, {}), after: at(10, 40, { llm: 5000 }) };
    expect(told([kept, added])).toEqual({ volume: 1000, mix: 4000 });
    expect(told([kept, { before: added.after, after: added.before }])).toEqual({
      volume: -3000,
      mix: -2000,
    });
  });

  it('tells everything as volume where one period has no calls', () => {
    expect(told([{ before: at(0, 0, {}), after: at(3, 4, { tts: 70 }) }])).toEqual({ volume: 70 });
    expect(told([{ before: at(3, 4, { tts: 70 }), after: at(0, 0, {}) }])).toEqual({ volume: -70 });
    expect(told([{ before: at(0, 0, {}), after: at(0, 0, {}) }])).toEqual({});
  });

  it('says what each group has in a step', () => {
    const { steps } = costChange([
      { before: at(10, 10, { llm: 1000 }), after: at(10, 10, { llm: 1500 }) },
      { before: at(10, 10, { llm: 1000 }), after: at(10, 10, { llm: 900 }) },
    ]);
    expect(steps.find(({ kind }) => kind === 'llm')).toEqual({
      kind: 'llm',
      micros: 400,
      parts: [500, -100],
    });
  });

  it('takes rates per call where there are no minutes', () => {
    expect(told([{ before: at(2, 0, { voip: 20 }), after: at(4, 3, { voip: 60 }) }])).toEqual({
      volume: 20,
      voip: 20,
    });
  });
});

const sums = (calls: number, total: number) => sumsOf(calls, total, { minutes: calls * 2 });

describe('basisOf', () => {
  it('leaves calls without a cost out and makes the components add up', () => {
    expect(
      basisOf({ ...sums(5, 0.3), calls_without_cost: 2, voip: 0.1, llm: 0.1, other: 0.1 }),
    ).toEqual(at(3, 10, { voip: 100_000, llm: 100_000, other: 100_000 }));
  });
});
