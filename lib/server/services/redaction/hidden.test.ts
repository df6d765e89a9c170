import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallRow, callSchema } from '@/lib/call/call';
import type { TranscriptMessage } from '@/lib/call/transcript/transcript';
import { MASK } from '@/lib/call/values/masked-number';
import { callMasks } from './calls';
import { hideKey, hideText } from './hide-text';
import { ANY_NUMBER_WORDS } from './numbers/number-words';

const { call: maskCall, transcript: maskTranscript } = callMasks();

describe('free text', () => {
  it.each([
    ['ring 312 555, and the last four are 0142', 'ring •••, and the last ••• are •••'],
    [
      '31 then 25 then 55 then 50 then 14 then 2',
      '••• then ••• then ••• then ••• then ••• then •••',
    ],
    ['three o five, five o one, four two', '•••'],
    ['un, um, o once due', 'un, um, o once due'],
    ['31o 555 o142', '•••'],
    ['call 11 uh, 11 uh, oo uh, o please', 'call ••• uh, ••• uh, ••• uh, ••• please'],
    ['call 11 uh, OO uh, 11 uh, O please', 'call ••• uh, ••• uh, ••• uh, ••• please'],
    ['call 11 uh, ohoh uh, 11 uh, oh please', 'call ••• uh, ••• uh, ••• uh, ••• please'],
    ['позвони 11 и, 11 и, оо и, о', 'позвони ••• и, ••• и, ••• и, •••'],
    ['１１ uh, ＯＯ uh, ｏ uh, １１', '••• uh, ••• uh, ••• uh, •••'],
    ['πάρε 11 και 11 και οο και ο', 'πάρε ••• και ••• και ••• και •••'],
    ['일이 음 삼사 음 오육 음 칠', '••• 음 ••• 음 ••• 음 •••'],
    ['いちにさんよん uh, 56 uh, 7', '••• uh, ••• uh, •••'],
    ['onetwo uh, 34 uh, fivesix uh, 7', '••• uh, ••• uh, ••• uh, •••'],
    ['1oo trucks at dock 1o', '1oo trucks at dock 1o'],
    ['oo, o caminhão ou o reboque', 'oo, o caminhão ou o reboque'],
    ['Oo! dos camiones o tres', 'Oo! ••• camiones o •••'],
    ['o 오이 ο δρόμος', 'o 오이 ο δρόμος'],
    ['три один два, пять пять пять, ноль один четыре два', '•••'],
    ['तीन एक दो पांच पांच पांच शून्य एक चार दो', '•••'],
    ['さんいちに、ごごご、ぜろいちよんに', '•••'],
    ['三一二五五五〇一四二', '•••'],
    ['ثلاثة واحد اثنان خمسة خمسة خمسة صفر واحد أربعة اثنان', '•••'],
    ['٣١٢٥٥٥٠١٤٢', '•••'],
    ['zweiundvierzig, dreiundfünfzig, achtzig', '•••'],
    ['dwadziescia jeden piec trzy', '•••'],
    ['the rate is 2250', 'the rate is •••'],
    ['un camion, due Monday at 9, once more', 'un camion, due Monday at 9, once more'],
    ['The load is ready at dock 12, at 9:30.', 'The load is ready at dock 12, at 9:30.'],
    ['दोस्त ने कहा', 'दोस्त ने कहा'],
    ['これはごみです', 'これはごみです'],
  ])('%j is shown as %j', (text, shown) => expect(hideText(text)).toBe(shown));
});

it('a key in which nothing is hidden can be asked for as it is written', () => {
  const decomposed = 'prix_negocie\u0301';
  expect(hideKey(decomposed)).toBe(decomposed);
  expect(hideKey(`${decomposed}_3125550142`)).toContain(MASK);
});

const SPOKEN = [
  'zero one two three four five six seven eight nine',
  'cero uno dos tres cuatro cinco seis siete ocho nueve',
  'zéro un deux trois quatre cinq six sept huit neuf',
  'null eins zwei drei vier fünf sechs sieben acht neun',
  'zero um dois três quatro cinco seis sete oito nove',
  'zero uno due tre quattro cinque sei sette otto nove',
  'zero jeden dwa trzy cztery pięć sześć siedem osiem dziewięć',
  'zero unu doi trei patru cinci șase șapte opt nouă',
  'ноль один два три четыре пять шесть семь восемь девять',
  'शून्य एक दो तीन चार पांच छह सात आठ नौ',
  'صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة',
  'oh one two three four five six seven eight nine',
].map((line) => line.split(' '));
const SCRIPTS = [
  '0123456789',
  '٠١٢٣٤٥٦٧٨٩',
  '०१२३४५६७८९',
  '０１２３４５６７８９',
  '〇一二三四五六七八九',
  'o123456789',
].map((digits) => [...digits]);

const digits = fc.array(fc.nat({ max: 9 }), { minLength: 7, maxLength: 12 });
/** How groups of digits are written, and what is said between them. */
const written = fc
  .record({
    digits,
    size: fc.integer({ min: 1, max: 4 }),
    names: fc.constantFrom(...SCRIPTS, ...SPOKEN),
    between: fc.constantFrom(' ', '-', ', ', ' and then ', ', last part: ', '\n', ' uh, ', ' / '),
  })
  .map(({ digits: plain, size, names, between }) => {
    const within = SPOKEN.includes(names) ? ' ' : '';
    const spelled = plain.map((digit) => names[digit] ?? '');
    const groups = Array.from({ length: Math.ceil(plain.length / size) }, (_, at) =>
      spelled.slice(at * size, (at + 1) * size).join(within),
    );
    return { groups, text: `call ${groups.join(between)} please` };
  });

/** All that is left of numbers: digits in figures, and words for them. */
function remains(answer: unknown): string[] {
  const text = JSON.stringify(answer);
  return [
    ...(text.match(/[\p{Nd}〇一二三四五六七八九]/gu) ?? []),
    ...(text.match(ANY_NUMBER_WORDS) ?? []),
  ];
}

describe('a number, however it is written', () => {
  const base: CallRow = { id: 'call', type: 'Inbound', status: 'Done', created: 'Jan' };

  it('is in no free text of a call', () => {
    fc.assert(
      fc.property(written, ({ text, groups }) => {
        const parts = Object.fromEntries(
          groups.map((group, at) => [`part${'x'.repeat(at)}`, group]),
        );
        const masked = maskCall({
          ...base,
          notes: [{ id: 'n', content: text }],
          classification: { tag: 'Booked', reasoning: text },
          metadata: { custom: { said: text } },
          params: { nested: { parts } },
          extraction: { list: groups, parts },
        });
        const { created: _created, ...told } = masked;
        expect(remains(told)).toEqual([]);
        expect(told.notes?.[0]?.content).toMatch(/^call .*please$/s);
      }),
      { numRuns: 300 },
    );
  });

  it('is in no turn of a transcript, nor spread over turns', () => {
    fc.assert(
      fc.property(written, ({ text, groups }) => {
        const of = (content: unknown): TranscriptMessage => ({ role: 'user', content });
        const whole = maskTranscript({
          messages: [of(text), of([{ type: 'text', text }])],
          odd: [],
        });
        expect(remains(whole)).toEqual([]);
        const spread = groups.slice(0, 11).map(of);
        if (groups.length > 11) return;
        expect(remains(maskTranscript({ messages: spread, odd: [] }))).toEqual([]);
        const called = {
          role: 'assistant',
          tool_calls: [{ function: { name: 'f', arguments: JSON.stringify({ n: groups }) } }],
          unpreferred_messages: [{ content: text }],
        };
        expect(remains(maskTranscript({ messages: [called], odd: [] }))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('ids and instants', () => {
  it.each([
    '123456789012345678901234',
    '65A1B2C3D4E5F60718293A4B',
    '01HQ3V5K8ZJ4N7R2T6W9X0Y1A2',
    'call_1234567',
    '1234567',
  ])('stay as they are: %s', (id) => {
    for (const mode of ['hidden', 'recognised'] as const) {
      const masks = callMasks(mode);
      const row = { id, type: 'Inbound', status: 'Busy', created: '2026-11-29T00:00:00Z' };
      expect(callSchema.parse(masks.call(row))).toEqual(row);
      const { call_id } = masks.transcript({ call_id: id, messages: [], odd: [] });
      expect(call_id).toBe(id);
    }
  });

  it.each([
    'Sun, 29 Nov 2026 10:30:00 GMT',
    '2026/11/29 10:30:00',
    '2026-11-29T10:30:00.1234567890Z',
    '2026-11-29T10:30:00+05:30',
  ])('stay as they were written: %s', (created) => {
    const row = { id: 'a', type: 'Inbound', status: 'Busy', created, scheduled_for: created };
    for (const mode of ['hidden', 'recognised'] as const)
      expect(callSchema.parse(callMasks(mode).call(row))).toEqual(row);
  });

  it('with a number in a remark are written anew', () => {
    const created = '2026-11-29 10:30:00Z (312 555 0142)';
    const { created: told } = maskCall({ id: 'a', type: 'Inbound', status: 'Busy', created });
    expect(told).toBe('2026-11-29T10:30:00.000Z');
  });

  it('and costs, lengths and labels of a row stay, data that nobody knows does not', () => {
    const told = maskCall({
      id: 'a',
      type: 'Inbound',
      status: 'Busy',
      created: '2026-11-29T00:00:00Z',
      duration: 12_345,
      costs: { total_costs: 1234.5 },
      use_case: { id: '65a1b2c3d4e5f60718293a4b', name: 'Desk 1', model: 'gpt-4o' },
      ...{ unheard_of: { value: 123_456 } },
    });
    expect(told).toMatchObject({
      duration: 12_345,
      costs: { total_costs: 1234.5 },
      use_case: { id: '65a1b2c3d4e5f60718293a4b', model: 'gpt-4o' },
      unheard_of: { value: '•••' },
    });
  });
});
