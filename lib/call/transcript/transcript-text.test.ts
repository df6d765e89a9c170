import { describe, expect, it } from 'vitest';
import { transcriptText, turnQuote, turnText } from './transcript-text';
import { type Turn, turnsOf } from './turns';

const nameOf = ({ role }: Turn) => role;
const timeOf = (seconds: number) => `${seconds}s`;

const turns = turnsOf([
  { role: 'system', content: 'Be brief.' },
  {
    role: 'assistant',
    content: 'Wait',
    start: 1,
    interrupted_thoughts: 'a moment',
    unpreferred_messages: [
      { content: 'Hold', tool_calls: [{ function: { name: 'find' } }, { function: null }] },
    ],
    tool_calls: [{ id: 'a', function: { name: 'find', arguments: '{"x":1}' } }],
  },
  { role: 'tool', tool_call_id: 'a', content: 'nothing' },
  { role: 'user', content: 'Bye', discard: true, interrupted_thoughts: true },
  { role: 'assistant', start: 9, content: 'Bye', transfer_contact: { name: 'Ann' } },
]);

describe('a transcript as text', () => {
  it('has all that was said and done, without the instructions', () => {
    expect(transcriptText(turns, nameOf, timeOf)).toBe(
      [
        '[1s] assistant: Wait',
        '  (interrupted, was about to say: a moment)',
        '  (considered but not said: Hold [find] [tool without a name])',
        '  Tool find: {',
        '    "x": 1',
        '  }',
        '  Result: nothing',
        'user: (left out of the data set) Bye',
        '  (interrupted)',
        '[9s] assistant: Bye',
        '  (transfer to Ann)',
      ].join('\n'),
    );
  });

  it('has the instructions when they are asked for', () => {
    expect(turns.slice(0, 1).map((turn) => turnText(turn, nameOf, timeOf))).toEqual([
      'system: Be brief.',
    ]);
  });
});

describe('the beginning of a note', () => {
  it.each([
    [{ start: 3, content: 'Hello' }, '[3s] user: “Hello”\n'],
    [{ content: ' Hello\nyou ' }, 'user: “Hello\nyou”\n'],
    [{ content: '' }, 'user\n'],
    [{ tool_calls: [{ function: { name: 'find' } }] }, 'user: “find”\n'],
    [{ content: '😀'.repeat(251) }, `user: “${'😀'.repeat(250)}…”\n`],
    [{ content: 'x'.repeat(100_000) }, `user: “${'x'.repeat(500)}…”\n`],
  ])('of %j', (message, quote) => {
    expect(
      turnsOf([{ role: 'user', ...message }]).map((it) => turnQuote(it, nameOf, timeOf)),
    ).toEqual([quote]);
  });
});
