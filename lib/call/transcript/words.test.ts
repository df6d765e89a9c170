import fc from 'fast-check';
import { expect, it } from 'vitest';
import { saidTerms } from '@/lib/call/query/said';
import { snippetOf } from './said-snippet';
import type { SpokenTurn } from './spoken-turns';
import { wordsIn } from './words';

it.each([
  ['Double-brokered, wasn’t it?', 'double brokered wasn t it'],
  ['Él dijo: ¿QUÉ?', 'el dijo que'],
  ['İstanbul Straße ΟΔΟΣ οδός', 'istanbul strasse οδοσ οδοσ'],
  ['ﬁne ＦＵＬＬ １２ ½', 'fine full 12 1 2'],
  ['مَرْحَبًا بكم', 'مرحبا بكم'],
  ['双重brokered経纪', '双 重 brokered 経 纪'],
  ['e\u0301a\u0301', 'ea'],
  ['🚚👨‍👩‍👧 \u202eok\u202c', 'ok'],
  ['STRASSE ẞ', 'strasse ss'],
  ['ısparta DIYARBAKIR diyarbakır', 'isparta diyarbakir diyarbakir'],
  ['Malmø Łódź Đorđe Ærø œuvre', 'malmo lodz dorde aero oeuvre'],
  ['bro\u00adkered donʼt zero\u200bwidth', 'brokered don t zero width'],
  ['को कीमत ज़ीरो', 'को कीमत ज\u093cीरो'],
  ['ม้า', 'ม \u0e49 า'],
  ['重Äpfel½', '重 apfel1 2'],
  ['שָׁלוֹם', 'שלום'],
  ['', ''],
])('finds the words of %j', (text, words) => {
  expect(
    wordsIn(text)
      .map(({ word }) => word)
      .join(' '),
  ).toBe(words);
});

it('tells where each word stands, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('Añb', 'x1', '重'), (noise, own) => {
      const text = `${noise} ${own}`;
      const words = wordsIn(text);
      let before = 0;
      for (const { word, start, end } of words) {
        expect(start).toBeGreaterThanOrEqual(before);
        expect(wordsIn(text.slice(start, end)).map((each) => each.word)).toContain(word);
        // Letters that fall apart into several words stand where they all do.
        before = start;
      }
      expect(text.slice(words.at(-1)?.start)).toBe(own);
    }),
  );
});

it.each([
  [
    'double brokered',
    [
      [null, 'double'],
      [null, 'brokered'],
    ],
  ],
  [
    '"double brokered" agent:hi',
    [
      [null, 'double brokered'],
      ['agent', 'hi'],
    ],
  ],
  ['CALLER:“not today', [['caller', 'not today']]],
  [
    'agent: agent:"" "" caller',
    [
      [null, 'agent'],
      [null, 'caller'],
    ],
  ],
  ["don't don't", [[null, 'don t']]],
  ['"agent:hi"', [[null, 'agent hi']]],
  ['🚚', []],
])('reads %j', (said, terms) => {
  expect(saidTerms(said).map(({ side, words }) => [side, words.join(' ')])).toEqual(terms);
});

const turn = (text: string, side: SpokenTurn['side'] = 'caller', start = 0): SpokenTurn => ({
  side,
  start,
  end: null,
  text,
});
const marked = (turns: SpokenTurn[], said: string) => {
  const snippet = snippetOf(turns, saidTerms(said));
  if (!snippet) return undefined;
  const { text, marks } = snippet;
  return [text, marks.map(({ start, end }) => text.slice(start, end))];
};

it('shows the turn that has most of it, cut down around the first word', () => {
  const turns = [turn('brokered once'), turn('It was dóuble,\nbrokered twice', 'agent', 7)];
  expect(snippetOf(turns, saidTerms('double brokered'))).toMatchObject({
    role: 'agent',
    seconds: 7,
  });
  expect(marked(turns, 'double brokered')).toEqual([
    'It was dóuble, brokered twice',
    ['dóuble', 'brokered'],
  ]);
  expect(marked(turns, '"double brokered"')?.[1]).toEqual(['dóuble, brokered']);
  expect(marked(turns, 'agent:brokered')?.[0]).toContain('twice');
  expect(marked(turns, 'caller:double')).toBeUndefined();
  const long = `${'word '.repeat(60)}sought ${'after '.repeat(60)}`;
  const [text = ''] = marked([turn(long)], 'sought') ?? [];
  expect(text).toMatch(/^…word .* sought after .*after…$/);
  expect(text.length).toBeLessThan(165);
});

it('marks what was sought and no more, wherever it is cut', () => {
  const noise = fc.string({ unit: 'grapheme', maxLength: 300 });
  fc.assert(
    fc.property(noise, noise, (before, after) => {
      const [text, marks] = marked([turn(`${before} sought ${after}`)], 'sought') ?? [];
      expect(marks).toEqual(['sought']);
      expect(text).not.toMatch(
        /(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/,
      );
    }),
  );
});
