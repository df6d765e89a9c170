import { describe, expect, it } from 'vitest';
import { barsOf } from './bars';

const session = (start: number, duration: number | null, ...peaks: number[][]) => ({
  start,
  duration,
  peaks,
});

describe('barsOf', () => {
  it.each([
    ['nothing', [], 10, []],
    ['what was not measured', [{ start: 0, duration: 10, peaks: null }], 10, []],
    ['as many as peaks', [session(0, 4, [0.25, 0.5, 0.75, 1])], 4, [[0.25, 0.5, 0.75, 1]]],
    ['fewer than peaks: the loudest of each', [session(0, 4, [1, 0, 0.5, 0])], 4, [[1, 0, 0.5, 0]]],
    [
      'two channels',
      [session(0, 4, [1, 1], [0, 0.5])],
      4,
      [
        [1, 1, 1, 1],
        [0, 0, 0.5, 0.5],
      ],
    ],
    ['a part in the middle', [session(1, 2, [0.4])], 4, [[0, 1, 1, 0]]],
    ['two parts', [session(0, 1, [1]), session(3, 1, [0.5])], 4, [[1, 0, 0, 0.5]]],
    ['silence', [session(0, 4, [0, 0])], 4, [[0, 0, 0, 0]]],
    ['a part of unknown length', [session(0, null, [1])], 4, [[0, 0, 0, 0]]],
  ])('%s', (_, sessions, length, bars) => {
    expect(barsOf(sessions, length, 4)).toEqual(bars);
  });

  it('takes the loudest where there are more peaks than bars', () => {
    expect(barsOf([session(0, 8, [0, 1, 0, 0, 0, 0, 0.5, 0])], 8, 4)).toEqual([[1, 0, 0, 0.5]]);
  });
});
