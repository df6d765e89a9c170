import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupsAnswer, measures } from '@/components/costs/groups/answers.test-maker';
import { axisTicks } from './axis-ticks';
import { explainChange, SMALL_STEP, type Stair } from './change-steps';
import { mainGroup, reasonsOf } from './reasons';

const money = (micros: number) => `$${(micros / 1e6).toFixed(2)}`;
const WORDS = { money, rate: money, groups: 'models', before: 'Period before' };

type Numbers = [calls: number, minutes: number, parts: Parameters<typeof measures>[2]];

/** One group that went from one to the other. */
const one = (before: Numbers, after: Numbers) =>
  explainChange(
    groupsAnswer([{ key: 'a', now: measures(...after), before: measures(...before) }]),
    WORDS,
  );

const sentences = (...periods: Parameters<typeof one>) =>
  Object.fromEntries((one(...periods)?.stairs ?? []).map(({ key, sentence }) => [key, sentence]));

const micros = fc.integer({ min: 0, max: 90_000_000 }).map((amount) => amount / 1e6);
const period = fc
  .record({
    calls: fc.nat(5000),
    minutes: fc.nat(9000),
    voip: micros,
    transcriber: micros,
    llm: micros,
    tts: micros,
  })
  .map(({ calls, minutes, ...parts }) =>
    calls === 0 ? measures(0, 0, {}) : measures(calls, minutes, parts),
  );
const groups = fc.array(fc.record({ now: period, before: period }), {
  minLength: 1,
  maxLength: 21,
});

describe('explainChange', () => {
  it('explains nothing where there is nothing to compare with', () => {
    expect(
      explainChange(groupsAnswer([{ key: 'a', now: measures(1, 1, {}), before: null }]), WORDS),
    ).toBeNull();
  });

  it('leads from one period to the other to the micro-unit, and each step is its groups', () => {
    fc.assert(
      fc.property(groups, (pairs) => {
        const data = groupsAnswer(pairs.map((pair, at) => ({ key: `g${at}`, ...pair })));
        const { stairs = [], before, after } = explainChange(data, WORDS) ?? {};
        const steps = stairs.filter(({ whole }) => !whole);
        expect(steps.reduce((sum, step) => sum + step.micros, before ?? 0)).toBe(after);
        expect(stairs[0]?.micros).toBe(before);
        expect(stairs.at(-1)?.micros).toBe(after);
        for (const step of steps) {
          expect(step.micros).not.toBe(0);
          expect(step.parts.reduce((sum, part) => sum + part.micros, 0)).toBe(step.micros);
          expect(step.sentence).not.toMatch(/NaN|Infinity/);
        }
        for (const [at, { span, whole }] of stairs.entries())
          if (!whole) expect(span[0]).toBe(stairs[at - 1]?.span[1]);
      }),
    );
  });

  it('has at most one step that changes the cost by less than a hundredth', () => {
    fc.assert(
      fc.property(groups, (pairs) => {
        const data = groupsAnswer(pairs.map((pair, at) => ({ key: `g${at}`, ...pair })));
        const { stairs = [], before = 0, after = 0 } = explainChange(data, WORDS) ?? {};
        const least = SMALL_STEP * Math.max(Math.abs(before), Math.abs(after));
        const small = stairs.filter(
          ({ whole, key, micros }) => !whole && key !== 'small' && Math.abs(micros) < least,
        );
        expect(small.length).toBeLessThanOrEqual(1);
        if (stairs.some(({ key }) => key === 'small')) expect(small).toEqual([]);
      }),
    );
  });

  it('is told in plain sentences', () => {
    expect(sentences([10, 20, { voip: 3 }], [20, 60, { voip: 12 }])).toEqual({
      before: '10 calls with a cost came to $3.00.',
      volume: '10 more calls, 20 after 10, at the $0.30 that a call cost before: $3.00 more.',
      duration: 'Calls became longer: 3.00 minutes each after 2.00: $3.00 more.',
      voip: 'The price of a minute of telephony (VoIP) rose from $0.15 to $0.20: $3.00 more.',
      after: '20 calls with a cost came to $12.00.',
    });
    expect(sentences([10, 20, { transcriber: 4 }], [10, 20, { transcriber: 2 }]).transcriber).toBe(
      'The price of a minute of transcription fell from $0.20 to $0.10: $2.00 less.',
    );
  });

  it('tells small steps as one', () => {
    const told = sentences(
      [100, 100, { llm: 100, voip: 100, tts: 100 }],
      [100, 100, { llm: 150, voip: 100.5, tts: 100.4 }],
    );
    expect(Object.keys(told)).toEqual(['before', 'llm', 'small', 'after']);
    expect(told.small).toBe(
      'Each changed the cost by less than 1%: Price of VoIP $0.50 more, Price of speech $0.40 more.',
    );
  });

  it('says where all calls together say the opposite of each group', () => {
    // Calls in both models became shorter, but many moved to the one with the long calls.
    const data = groupsAnswer([
      { key: 'short', before: measures(90, 90, { voip: 9 }), now: measures(10, 9, { voip: 0.9 }) },
      {
        key: 'long',
        before: measures(10, 100, { voip: 10 }),
        now: measures(90, 810, { voip: 81 }),
      },
    ]);
    const step = explainChange(data, WORDS)?.stairs.find(({ key }) => key === 'duration');
    expect(step?.sentence).toMatch(
      /^Calls became longer: 8\.19 minutes each after 1\.90 over all, but within the same models it went the other way: \$\d+\.\d\d less\.$/,
    );
  });

  it('does not tell groups apart that overlap', () => {
    const data = groupsAnswer([
      { key: 'a', now: measures(4, 4, { llm: 8 }), before: measures(2, 2, { llm: 2 }) },
    ]);
    const change = explainChange({ ...data, overlapping: true }, WORDS);
    expect(change?.mixed).toBe(false);
    for (const { parts, key } of change?.stairs ?? []) expect([key, parts]).toEqual([key, []]);
  });

  it('has an axis from zero unless the steps would not be seen', () => {
    const ticks = (before: number, after: number) =>
      axisTicks(one([10, 10, { llm: before }], [10, 10, { llm: after }])?.stairs ?? []);
    expect(ticks(10, 15)).toEqual([0, 5, 10, 15]);
    expect(ticks(0, 15)).toEqual([0, 5, 10, 15]);
    expect(ticks(468, 508)).toEqual([420, 440, 460, 480, 500, 520]);
    expect(ticks(5, 5)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(ticks(0, 0)).toEqual([0]);
  });

  it('has an axis that holds every bar', () => {
    fc.assert(
      fc.property(groups, (pairs) => {
        const data = groupsAnswer(pairs.map((pair, at) => ({ key: `g${at}`, ...pair })));
        const { stairs = [] } = explainChange(data, WORDS) ?? {};
        const ticks = axisTicks(stairs);
        const [low, high] = [Math.min(...ticks), Math.max(...ticks)];
        expect(ticks.length).toBeLessThanOrEqual(9);
        for (const { span, whole } of stairs) {
          const [from, to] = whole ? [span[1], span[1]] : span;
          expect(Math.min(from, to)).toBeGreaterThanOrEqual(low - 1e-9);
          expect(Math.max(from, to)).toBeLessThanOrEqual(high + 1e-9);
        }
      }),
    );
  });
});

describe('reasonsOf', () => {
  it('names the two largest steps, whichever way they go', () => {
    const change = one([100, 100, { llm: 100, tts: 100 }], [80, 80, { llm: 160, tts: 84 }]);
    const reasons = reasonsOf(change ?? { stairs: [] });
    expect(reasons.map(({ words }) => words)).toEqual(['a higher price of the LLM', 'fewer calls']);
  });

  it('names the group that has most of a step', () => {
    const part = (name: string, micros: number): Stair['parts'][number] => ({
      key: name,
      name,
      micros,
      before: {
        calls: 0,
        minutes: 0,
        micros: { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0 },
      },
      after: {
        calls: 0,
        minutes: 0,
        micros: { voip: 0, transcriber: 0, llm: 0, tts: 0, other: 0 },
      },
    });
    const step = (...parts: Stair['parts'][number][]): Stair => ({
      key: 'llm',
      name: '',
      micros: parts.reduce((sum, { micros }) => sum + micros, 0),
      span: [0, 0],
      whole: false,
      sentence: '',
      parts,
    });
    expect(mainGroup(step(part('a', 60), part('b', 40)))).toBe('a');
    expect(mainGroup(step(part('a', 40), part('b', 35), part('c', 25)))).toBeNull();
    expect(mainGroup(step(part('a', -60), part('b', 10)))).toBe('a');
    expect(mainGroup(step(part('a', 60)))).toBeNull();
  });
});
