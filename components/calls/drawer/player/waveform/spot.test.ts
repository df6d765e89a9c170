import { expect, it } from 'vitest';
import type { Player } from '@/components/calls/drawer/player/player-context';
import { turnsOf } from '@/lib/call/transcript/turns';
import { heardWords } from './spot';

const LONG = '‮<b>عربي</b> '.repeat(20);
const said = (role: string, content: string, start: number | null) => ({
  role,
  content,
  start,
  end: start === null ? null : start + 2,
});
const player = (messages: Parameters<typeof turnsOf>[0] | null): Player => {
  const of = { callType: 'Outbound', turns: messages && turnsOf(messages) };
  // Guarantee: the words of a moment depend on nothing else of the player.
  return of as Player;
};
const TURNS = player([
  said('assistant', 'Good morning', 1),
  said('user', LONG, 4),
  said('user', 'Without a time', null),
]);

it.each([
  ['before the first turn', TURNS, 0.5, null],
  ['while it is said', TURNS, 2, 'Agent: Good morning'],
  ['after it, as the transcript marks it', TURNS, 3.5, 'Agent: Good morning'],
  ['where nothing has a time', player([said('user', 'Hello', null)]), 5, null],
  ['of no words', player([]), 5, null],
  ['before anybody listens', player(null), 5, null],
])('%s', (_, of, second, words) => {
  expect(heardWords(of, second)).toBe(words);
});

it('is the beginning of what was said', () => {
  expect(heardWords(TURNS, 5)).toMatch(/^Called party: .{40,60}…$/u);
});
