import { describe, expect, it } from 'vitest';
import { turnsOf } from '@/lib/call/transcript/turns';
import { afterSilence, silencesOf } from './silences';

type Spoken = [role: string, start: number | null, end: number | null];
const turns = (...spoken: Spoken[]) =>
  turnsOf(spoken.map(([role, start, end]) => ({ role, start, end, content: 'words' })));

describe('silencesOf', () => {
  it.each<[string, Spoken[], [number, number][]]>([
    ['nothing said', [], []],
    ['no times', [['user', null, null]], []],
    [
      'a pause',
      [
        ['user', 0, 4],
        ['assistant', 9, 12],
      ],
      [[4.5, 8.5]],
    ],
    [
      'a pause that is too short',
      [
        ['user', 0, 4],
        ['assistant', 5.9, 12],
      ],
      [],
    ],
    [
      'a word put in while the other goes on',
      [
        ['user', 0, 20],
        ['assistant', 5, 6],
        ['user', 30, 31],
      ],
      [[20.5, 29.5]],
    ],
    [
      'an end that nobody knows',
      [
        ['user', 0, null],
        ['assistant', 9, 10],
        ['user', 20, 21],
      ],
      [[10.5, 19.5]],
    ],
    [
      'what has no voice',
      [
        ['user', 0, 4],
        ['tool', 5, 8],
        ['assistant', 9, 12],
      ],
      [[4.5, 8.5]],
    ],
    [
      'no order',
      [
        ['assistant', 9, 12],
        ['user', 0, 4],
      ],
      [[4.5, 8.5]],
    ],
  ])('%s', (_, spoken, spans) => {
    expect(silencesOf(turns(...spoken), [])).toEqual(spans.map(([start, end]) => ({ start, end })));
  });

  it('are none where the sound is loud although the transcript has nothing', () => {
    const spoken = turns(['user', 0, 4], ['assistant', 10, 12]);
    const session = (middle: number) => ({
      start: 0,
      duration: 12,
      peaks: [[0.8, 0.8, 0, middle, 0, 0.8]],
    });
    expect(silencesOf(spoken, [session(0.6)])).toEqual([]);
    expect(silencesOf(spoken, [session(0.05)])).toHaveLength(1);
  });
});

describe('afterSilence', () => {
  const silences = [
    { start: 4, end: 8 },
    { start: 20, end: 22 },
  ];

  it.each([
    [3.9, null],
    [4, 8],
    [7, 8],
    [7.8, null],
    [8, null],
    [21, 22],
  ])('second %s', (second, then) => {
    expect(afterSilence(silences, second)).toBe(then);
  });
});
