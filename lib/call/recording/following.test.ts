import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { turnsOf } from '@/lib/call/transcript/turns';
import { followingOf, heardTurn } from './following';

type Spoken = [role: string, start: number | null, end: number | null, content?: string];
const turns = (...spoken: Spoken[]) =>
  turnsOf(spoken.map(([role, start, end, content = 'words']) => ({ role, start, end, content })));

describe('followingOf', () => {
  it.each<[string, Spoken[], number | null, string]>([
    ['nothing', [], 60, 'none'],
    ['no times', [['user', null, null]], 60, 'none'],
    ['times of the instructions alone', [['system', 0, 0]], 60, 'none'],
    [
      'all times',
      [
        ['system', null, null],
        ['assistant', 0, 4],
        ['user', 3, 6],
      ],
      60,
      'exact',
    ],
    ['a sound of unknown length', [['user', 0, 4]], null, 'exact'],
    ['a little beyond the sound', [['user', 0, 4]], 3, 'exact'],
    ['far beyond the sound', [['user', 0, 14]], 3, 'approximate'],
    ['no ends', [['user', 0, null]], 60, 'approximate'],
    ['an end before the beginning', [['user', 4, 1]], 60, 'approximate'],
    [
      'a turn without a time',
      [
        ['user', 0, 4],
        ['assistant', null, null],
      ],
      60,
      'approximate',
    ],
    [
      'no order',
      [
        ['user', 9, 12],
        ['assistant', 2, 4],
      ],
      60,
      'approximate',
    ],
    [
      'a message without words',
      [
        ['user', 0, 4],
        ['assistant', null, null, ''],
      ],
      60,
      'exact',
    ],
  ])('%s', (_, spoken, length, following) => {
    expect(followingOf(turns(...spoken), length)).toBe(following);
  });
});

describe('heardTurn', () => {
  const conversation = turns(
    ['system', 0, 0],
    ['assistant', 1, 5],
    ['user', 4, 4.5],
    ['tool', 6, 7],
    ['user', 8, null],
    ['assistant', 12, 15],
  );

  it.each([
    [0, -1],
    [1, 1],
    [3.9, 1],
    [4.2, 2],
    // The longer turn goes on after somebody put in a word.
    [4.7, 1],
    // In the silence after it the last one that began.
    [6.5, 2],
    [11, 4],
    [14.9, 5],
    [400, 5],
  ])('second %s is turn %s', (second, index) => {
    expect(heardTurn(conversation, second)).toBe(index);
  });

  it('is none where nothing has a time', () => {
    expect(heardTurn(turns(['user', null, null]), 4)).toBe(-1);
    expect(heardTurn([], 4)).toBe(-1);
  });

  it('of turns one after the other is the last that began', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(gaps, fc.nat(900), (all, second) => {
        let at = 0;
        const spoken = all.map((gap, place): Spoken => {
          at += gap;
          return [place % 2 ? 'user' : 'assistant', at, at + 1];
        });
        const expected = spoken.findLastIndex(([, start]) => (start ?? 0) <= second);
        expect(heardTurn(turns(...spoken), second)).toBe(expected);
      }),
    );
  });
});
