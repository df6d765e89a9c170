import { describe, expect, it } from 'vitest';
import { turnsOf } from '@/lib/call/transcript/turns';
import { agentChannel, peaksWithin } from './peaks';

const ten = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('peaksWithin', () => {
  it.each([
    [0, 100, [0, 1, 2, 3]],
    [0, 300, ten],
    [10, 20, []],
    [10, 30, [0]],
    [15, 75, [1, 2]],
    [190, 210, [9]],
    [500, 600, []],
  ])('from second %s to %s', (start, end, values) => {
    const session = { start: 10, duration: 200, peaks: [ten] };
    expect(peaksWithin(session, { start, end })).toEqual(values);
  });

  it('are of one channel or of all, and none where nothing was measured', () => {
    const span = { start: 0, end: 10 };
    const session = { start: 0, duration: 10, peaks: [[1], [2]] };
    expect(peaksWithin(session, span)).toEqual([1, 2]);
    expect(peaksWithin(session, span, 1)).toEqual([2]);
    expect(peaksWithin(session, span, 4)).toEqual([]);
    expect(peaksWithin({ ...session, peaks: null }, span)).toEqual([]);
    expect(peaksWithin({ ...session, duration: null }, span)).toEqual([]);
  });
});

describe('agentChannel', () => {
  const turns = turnsOf([
    { role: 'assistant', start: 0, end: 5, content: 'a' },
    { role: 'user', start: 5, end: 10, content: 'b' },
  ]);
  const session = (...peaks: number[][]) => ({ start: 0, duration: 10, peaks });

  it.each([
    ['the first', session([1, 0], [0, 1]), 0],
    ['the second', session([0, 1], [1, 0]), 1],
    ['both the same', session([1, 1], [1, 1]), null],
    ['silence', session([0, 0], [0, 0]), null],
    ['one channel', session([1, 0]), null],
  ])('%s', (_, measured, channel) => {
    expect(agentChannel(measured, turns)).toBe(channel);
  });

  it('cannot be told without times', () => {
    const untimed = turnsOf([{ role: 'assistant', content: 'a' }]);
    expect(agentChannel(session([1, 0], [0, 1]), untimed)).toBeNull();
  });
});
