import { expect, it } from 'vitest';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import { callMasks } from '@/lib/server/services/redaction/calls';
import { saidOn } from './said';

const turn = (text: string, start: number): SpokenTurn => ({
  side: 'caller',
  start,
  end: start + 1,
  text,
});
const spoken = new Map([
  ['a', [turn('Call me back at 312 555 0142 please', 3), turn('Nothing else', 9)]],
  ['b', [turn('three one two five five five zero one four two', 4)]],
]);
const asItIs = <T>(transcript: T) => transcript;

it('shows what was said to who may see numbers', () => {
  expect(saidOn(spoken, 'back', asItIs)).toEqual([
    {
      id: 'a',
      role: 'caller',
      seconds: 3,
      text: 'Call me back at 312 555 0142 please',
      marks: [{ start: 8, end: 12 }],
    },
  ]);
});

it('shows it to viewers without the numbers, and nothing where a number is all there is', () => {
  const mask = callMasks().spoken;
  const [shown, ...others] = saidOn(spoken, 'back', mask);
  expect(others).toEqual([]);
  expect(shown?.text).toContain('Call me back at');
  expect(shown?.text).not.toMatch(/\d/);
  expect(saidOn(spoken, 'five', asItIs)).toHaveLength(1);
  expect(saidOn(spoken, 'five', mask)).toEqual([]);
});

it('shows viewers no digit of a number that goes on where nothing is shown', () => {
  const ends = new Map([['a', [turn('My number ends in 123 okay', 0)]]]);
  for (const masks of [callMasks(), callMasks('recognised')])
    expect(saidOn(ends, 'okay', masks.spoken)).toMatchObject([
      { text: 'My number ends in ••• okay', marks: [{ start: 22, end: 26 }] },
    ]);
});
