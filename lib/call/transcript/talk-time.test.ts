import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talkTime, turnAt, whyNoTalkTime } from './talk-time';
import { turnsOf } from './turns';

type Spoken = [role: string, start: number | null, end: number | null, discard?: boolean];
const turns = (...spoken: Spoken[]) =>
  turnsOf(spoken.map(([role, start, end, discard]) => ({ role, start, end, discard })));

describe('talkTime', () => {
  it.each<[string, Spoken[], number | null, [number, number, number] | undefined]>([
    ['nothing', [], 60, undefined],
    ['no times', [['user', null, null]], 60, undefined],
    ['no length', [['user', 3, 3]], 60, undefined],
    [
      'both sides',
      [
        ['assistant', 0, 4],
        ['user', 5, 7],
      ],
      10,
      [4, 2, 10],
    ],
    ['a call of unknown length', [['assistant', 0, 4]], null, [4, 0, 4]],
    ['words beyond the end', [['assistant', 0, 14]], 10, [14, 0, 14]],
    [
      'overlaps count once',
      [
        ['user', 0, 4],
        ['user', 2, 6],
        ['user', 3, 4],
      ],
      10,
      [0, 6, 10],
    ],
    [
      'both at once count for both',
      [
        ['user', 0, 4],
        ['assistant', 2, 6],
      ],
      6,
      [4, 4, 6],
    ],
    [
      'backwards',
      [
        ['user', 4, 2],
        ['user', 5, 6],
      ],
      6,
      [0, 1, 6],
    ],
    ['before the call', [['user', -5, 2]], 6, [0, 2, 6]],
    [
      'what is left out of data sets was said',
      [
        ['assistant', 0, 2],
        ['assistant', 2, 9, true],
      ],
      9,
      [9, 0, 9],
    ],
    [
      'others do not speak',
      [
        ['tool', 0, 5],
        ['system', 0, 5],
        ['user', 0, 1],
      ],
      5,
      [0, 1, 5],
    ],
  ])('%s', (_, spoken, seconds, expected) => {
    const time = talkTime(turns(...spoken), seconds);
    const told = time && [...time.lanes.map((lane) => lane.seconds), time.length];
    expect(told).toEqual(expected);
  });

  it('has spans apart from each other, inside the call, that add up', () => {
    const spoken = fc.tuple(
      fc.constantFrom('assistant', 'user'),
      fc.integer({ min: -10, max: 500 }),
      fc.integer({ min: -10, max: 500 }),
    );
    fc.assert(
      fc.property(fc.array(spoken), fc.option(fc.nat(600)), (all, seconds) => {
        const time = talkTime(turns(...all), seconds);
        for (const { spans, seconds: sum } of time?.lanes ?? []) {
          let before = -1;
          for (const { start, end } of spans) {
            expect(start).toBeGreaterThan(before);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(time?.length ?? 0);
            before = end;
          }
          expect(spans.reduce((total, { start, end }) => total + end - start, 0)).toBe(sum);
        }
      }),
    );
  });
});

describe('turnAt', () => {
  const all = turns(
    ['assistant', 0, 4],
    ['user', 5, 7],
    ['tool', null, null],
    ['assistant', 9, 12],
  );
  it.each([
    [0, undefined, 0],
    [3.9, undefined, 0],
    [4.4, undefined, 0],
    [4.6, undefined, 1],
    [6, undefined, 1],
    [100, undefined, 3],
    [6, 'agent', 0],
    [8, 'agent', 3],
    [0, 'caller', 1],
    [3, 'system', -1],
  ] as const)('at %s of %s is turn %s', (seconds, speaker, index) => {
    expect(turnAt(all, seconds, speaker)).toBe(index);
  });
});

describe('why there is no talk time', () => {
  it.each<[string, Spoken[], string]>([
    ['no times', [['user', null, null]], 'gave no times'],
    [
      'no lengths',
      [
        ['user', 1, null],
        ['assistant', 2, 2],
      ],
      'did not say how long',
    ],
    ['nobody spoke', [['system', 0, 1]], 'Neither side spoke'],
  ])('%s', (_, spoken, words) => {
    expect(talkTime(turns(...spoken), 60)).toBeUndefined();
    expect(whyNoTalkTime(turns(...spoken))).toContain(words);
  });
});
