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

it('shows what was said to who may see numbers', async () => {
  expect(await saidOn(spoken, 'back', asItIs)).toEqual([
    {
      id: 'a',
      role: 'caller',
      seconds: 3,
      text: 'Call me back at 312 555 0142 please',
      marks: [{ start: 8, end: 12 }],
    },
  ]);
});

it('shows it to viewers without the numbers, and nothing where a number is all there is', async () => {
  const mask = callMasks().spoken;
  const [shown, ...others] = await saidOn(spoken, 'back', mask);
  expect(others).toEqual([]);
  expect(shown?.text).toContain('Call me back at');
  expect(shown?.text).not.toMatch(/\d/);
  expect(await saidOn(spoken, 'five', asItIs)).toHaveLength(1);
  expect(await saidOn(spoken, 'five', mask)).toEqual([]);
});

it('shows viewers no digit of a number that goes on where nothing is shown', async () => {
  const ends = new Map([['a', [turn('My number ends in 123 okay', 0)]]]);
  for (const masks of [callMasks(), callMasks('recognised')])
    expect(await saidOn(ends, 'okay', masks.spoken)).toMatchObject([
      { text: 'My number ends in ••• okay', marks: [{ start: 22, end: 26 }] },
    ]);
});

it('shows viewers how a call began without numbers, and the measures as they are', () => {
  const numbers = { talk_share: 0.5, silence: 1234567, interruptions: 0, response_time: 1 };
  const others = { response_time_p95: 2, tool_calls: 1, tool_errors: 0, turns: 9 };
  const measures = { ...numbers, ...others, first_words: 'Hi, it is 312 five five…' };
  const { first_words, ...shown } = callMasks('recognised').measures(measures);
  expect(first_words).toMatch(/^Hi, it is •••/);
  expect(first_words).not.toMatch(/\d|five/);
  expect(shown).toEqual({ ...numbers, ...others });
  expect(callMasks().measures({ ...measures, first_words: null }).first_words).toBeNull();
});

it('masks only what is shown, a call at a time, while others have their turn', async () => {
  let turns = 0;
  let isOver = false;
  const count = () => {
    turns += 1;
    if (!isOver) setImmediate(count);
  };
  const seen: number[] = [];
  const mask = (text: string) => {
    const started = performance.now();
    while (performance.now() - started < 10);
    seen.push(turns);
    return text;
  };
  const page = new Map(
    ['a', 'b', 'c'].map((id) => [id, [turn('nothing', 0), turn(`hello ${id}`, 1)]]),
  );
  setImmediate(count);
  expect(await saidOn(page, 'hello', mask)).toHaveLength(3);
  isOver = true;
  expect(seen).toHaveLength(3);
  expect(new Set(seen).size).toBe(3);
});
