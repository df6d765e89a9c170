import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findInTurns, hitsByTurn, MOST_HITS, partsOf } from './transcript-search';
import { turnsOf } from './turns';

const turns = turnsOf([
  { role: 'system', content: 'Be brief.' },
  {
    role: 'assistant',
    content: 'One moment, ONE  \n moment.',
    interrupted_thoughts: 'about the load',
    tool_calls: [{ id: 'a', function: { name: 'get_load', arguments: '{"load":"L-1 (a+b)"}' } }],
    transfer_contact: { email: 'ann@example.com' },
    unpreferred_messages: [
      { content: 'Weighed', tool_calls: [{ function: { name: 'weigh', arguments: 'w' } }] },
    ],
  },
  { role: 'tool', tool_call_id: 'a', content: '{"load":null}' },
  { role: 'user', content: 'İstanbul, ¿Qué? 😀😀' },
]);

describe('findInTurns', () => {
  it.each<[string, string[]]>([
    ['', []],
    ['  ', []],
    ['one moment', ['1 words One moment', '1 words ONE  \n moment']],
    ['LOAD', ['1 interruption load', '1 0 name load', '1 0 input load', '1 0 result 0 load']],
    ['(a+b)', ['1 0 input (a+b)']],
    ['.', ['0 words .', '1 words .', '1 transfer .']],
    ['qué', ['2 words Qué']],
    ['weigh', ['1 unsaid 0 Weigh', '1 unsaid 0 0 name weigh']],
    ['😀', ['2 words 😀', '2 words 😀']],
    ['stanbul', ['2 words stanbul']],
    ['[', []],
    ['\\', []],
    ['no such thing', []],
  ])('%j', (sought, expected) => {
    const told = findInTurns(turns, sought).map(
      ({ turn, key, text, start, end }) => `${turn} ${key} ${text.slice(start, end)}`,
    );
    expect(told).toEqual(expected);
  });

  it('stops counting where nobody goes', () => {
    const many = turnsOf([{ role: 'user', content: 'a'.repeat(MOST_HITS + 10) }]);
    expect(findInTurns(many, 'a')).toHaveLength(MOST_HITS);
  });

  it('finds every text in itself, in order and without overlap', () => {
    const word = fc.string({ minLength: 1, maxLength: 8, unit: 'grapheme' });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.nat(), (contents, pick) => {
        const of = turnsOf(contents.map((content) => ({ role: 'user', content })));
        const index = pick % contents.length;
        const sought = contents[index] ?? '';
        const hits = findInTurns(of, sought);
        if (sought.trim() !== '') expect(hits.some(({ turn }) => turn === index)).toBe(true);
        for (const [turn, all] of hitsByTurn(hits)) {
          expect(partsOf(of[turn] ?? expect.fail()).some(({ text }) => text === all[0]?.text)).toBe(
            true,
          );
          for (const [place, { start }] of all.entries())
            expect(start).toBeGreaterThanOrEqual(all[place - 1]?.end ?? 0);
        }
      }),
    );
  });
});
