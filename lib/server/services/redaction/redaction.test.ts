import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexMeta } from '@/lib/call/answers/answers.test-maker';
import { callSchema } from '@/lib/call/call';
import { maskFacets } from './answers';
import { callMasks } from './calls';
import { maskValue } from './mask-value';
import { maskText } from './numbers/number-text';

describe('in text', () => {
  it.each([
    ['+13125550142', '••• ••• ••42'],
    ['call (312) 555-0142, please', 'call ••• ••• ••42, please'],
    ['tel:+1-312-555-0142', 'tel:••• ••• ••42'],
    ['312.555.0142', '••• ••• ••42'],
    ['312 - 555 - 0142', '••• ••• ••42'],
    ['+44 (0)20 7946 0958', '••• ••• ••58'],
    ['001 49 30 901820', '••• ••• ••20'],
    ['555-0142', '••• ••• ••42'],
    ['３１２５５５０１４２', '••• ••• ••４２'],
    ['٣١٢٥٥٥٠١٤٢', '••• ••• ••٤٢'],
    ['3\u200b1\u200b2\u200b5\u200b5\u200b5\u200b0\u200b1\u200b4\u200b2', '••• ••• ••42'],
    ['③①②⑤⑤⑤⓪①④②', '••• ••• ••④②'],
    ['3️⃣1️⃣2️⃣5️⃣5️⃣5️⃣0️⃣1️⃣4️⃣2️⃣', '••• ••• ••42️⃣'],
    ['312%20555%200142', '••• ••• ••42'],
    ['it is three one two, five five five, oh one four two', 'it is ••• ••• ••'],
    ['tres uno dos cinco cinco cinco cero uno cuatro dos', '••• ••• ••'],
    ['three twelve, five fifty-five, oh one forty-two', '••• ••• ••'],
    ['sip:13125550142@example.com', 'sip:••• ••• ••42@example.com'],
    ['a13125550142b', 'a••• ••• ••42b'],
    ['312\n555\n0142', '••• ••• ••42'],
    ['312\t\t\t\t\t\t555     0142', '••• ••• ••42'],
    ['312 dash 555 dash 0142', '••• ••• ••42'],
    ['three one two, uh, five five five dash oh one four two', '••• ••• ••'],
    ['three one two triple five oh one', '••• ••• ••'],
    ['312&nbsp;555&#8209;0142', '••• ••• ••42'],
    ['312%2D555%2D0142', '••• ••• ••42'],
    ['312<b>555</b>0142', '••• ••• ••42'],
    ['三一二五五五零一四二', '••• ••• ••四二'],
    ['zéro six douze trente-quatre cinquante-six vingt et un', '••• ••• ••'],
    ['seis doce treinta y cuatro cincuenta y seis noventa', '••• ••• ••'],
    ['null eins zweiundvierzig dreiundfünfzig vierzehn', '••• ••• ••'],
    ['zero seis trinta e quatro cinquenta e seis nove', '••• ••• ••'],
    ['nul zes een twee drie vier vijf', '••• ••• ••'],
    ['$312,555,0142', '$••• ••• ••42'],
    ['$312555.0142', '$••• ••• ••42'],
  ])('%j is masked', (text, masked) => {
    // What follows the last digit belongs to the text, not to the number.
    expect(maskText(text).normalize('NFC').replace('\u20e3', '')).toBe(
      masked.normalize('NFC').replace('\u20e3', ''),
    );
  });

  it.each([
    '65a1b2c3d4e5f60718293a4b',
    '550e8400-e29b-41d4-a716-446655440000',
    'CA0123456789abcdef0123456789abcdef',
    '2026-11-22T10:30:00.000Z',
    '2026-11-22T10:30:00-06:00',
    '2026-11-22',
    'on 11/22/2026 at 10:30',
    '$2,250.00 – $2,400.00',
    'load LD-884213 for $2250',
    'MC 1690000, DOT 4290000',
    'two thousand and fifty miles',
    'anonymous',
    '',
    '42',
  ])('%j stays', (text) => expect(maskText(text)).toBe(text));
});

describe('in data', () => {
  it.each<[unknown, unknown]>([
    [{ phone: '312' }, { phone: '••• ••• ••' }],
    [{ contact: { callbackNumber: 5550142 } }, { contact: { callbackNumber: '••• ••• ••42' } }],
    [
      { phone: { area: '312', rest: ['555', 142] } },
      { phone: { area: '••• ••• ••', rest: ['••• ••• ••', '••• ••• ••'] } },
    ],
    [
      ['312', '555', '0142'],
      ['••• ••• ••', '••• ••• ••', '••• ••• ••'],
    ],
    [{ '+13125550142': true }, { '••• ••• ••42': true }],
    [
      { '+13125550142': 1, '+14695550142': 2 },
      { '••• ••• ••42': 1, '••• ••• ••42′': 2 },
    ],
    [13125550142, '••• ••• ••42'],
    [{ cell1: '312' }, { cell1: '••• ••• ••' }],
    ['{"to":13125550142,"area_code":"312"}', '{"to":"••• ••• ••42","area_code":"••• ••• ••"}'],
    [
      { mc_number: '1690000', load_reference: 884213, rate: 2250.5 },
      { mc_number: '1690000', load_reference: 884213, rate: 2250.5 },
    ],
    [{ load_reference: '3125550142' }, { load_reference: '••• ••• ••42' }],
    [
      [1, null, 'three', false],
      [1, null, 'three', false],
    ],
  ])('%j becomes %j', (value, masked) => expect(maskValue(value)).toEqual(masked));

  it('does not mind depth or traps', () => {
    let deep: unknown = '+13125550142';
    for (let depth = 0; depth < 5000; depth += 1) deep = [deep];
    expect(JSON.stringify(maskValue(deep))).not.toContain('5550');
    const trap: unknown = JSON.parse('{"__proto__":{"phone":"312 555 0142"}}');
    expect(JSON.stringify(maskValue(trap))).toBe('{"__proto__":{"phone":"••• ••• ••42"}}');
  });
});

const { call: maskCall, transcript: maskTranscript } = callMasks('recognised');

const number = fc
  .tuple(fc.constantFrom('+1', '+44', '0', '+521', ''), fc.stringMatching(/^[2-9][0-9]{6,11}$/))
  .map((parts) => parts.join(''));
const written = fc
  .tuple(number, fc.constantFrom('', ' ', '-', '.', ' - ', ')(', '/', '\u2011', ', '))
  .map(([plain, between]) => ({
    plain,
    text: plain.split(/(?<=[0-9])(?=(?:[0-9]{3})+$)/).join(between),
  }));
const letters = fc.stringMatching(/^[a-df-nq-tv-z <>"'&]{0,12}$/);
const name = fc.stringMatching(/^[b-df-hj-np-tv-z]{1,8}$/);

/** No three digits in a row, whatever stands between them. */
function digitRuns(answer: unknown): string[] {
  const text = JSON.stringify(answer).replace(
    /"(?:id|created|total_costs|duration)":("[^"]*"|[^,}]*)/g,
    '',
  );
  return text.replace(/[^0-9a-zA-Z•]/g, '').match(/[0-9]{3,}/g) ?? [];
}

describe('a number anywhere in a call', () => {
  it('leaves two digits at most; ids, times and amounts stay', () => {
    fc.assert(
      fc.property(
        written,
        letters,
        letters,
        name,
        fc.integer({ min: 0, max: 99_999_999 }),
        ({ plain, text }, before, after, key, amount) => {
          const said = `${before}${text}${after}`;
          const call = callSchema.parse({
            id: '65a1b2c3d4e5f60718293a4b',
            type: 'Inbound',
            status: said,
            created: '2026-11-21T08:00:00Z',
            duration: amount,
            metadata: { from: plain, to: text, tags: [said], custom: { [key]: { [key]: [said] } } },
            agent: { id: said, name: said },
            use_case: { id: said, name: said },
            extraction: { [key]: said, [said]: key, number: Number(plain.replace(/\D/g, '')) },
            classification: { tag: said, reasoning: said },
            notes: [{ id: said, user_id: said, content: said }],
            params: { [key]: JSON.stringify({ [key]: said }) },
            costs: { total_costs: amount, created: said },
            transfer_contact_email: `${plain}@example.com`,
            [key]: [{ [key]: said }],
          });
          const masked = maskCall(call);
          expect(digitRuns(masked)).toEqual([]);
          expect(callSchema.parse(masked)).toMatchObject({
            id: call.id,
            created: call.created,
            duration: amount,
            costs: { total_costs: amount },
          });
        },
      ),
    );
  });

  it('leaves two digits at most of a transcript', () => {
    fc.assert(
      fc.property(written, letters, ({ text }, before) => {
        const said = `${before}${text}`;
        const messages = [
          { id: 'm', role: 'user', content: said, name: said, start: 1.5, end: 2_000_000 },
          {
            role: 'tool',
            content: { a: said },
            tool_calls: [{ function: { name: 'f', arguments: JSON.stringify({ a: said }) } }],
          },
        ];
        const masked = maskTranscript({ call_id: '65a1b2c3d4e5f60718293a4b', messages, odd: [] });
        const { call_id, messages: told } = masked;
        expect(call_id).toBe('65a1b2c3d4e5f60718293a4b');
        expect(told[0]).toMatchObject({ start: 1.5, end: 2_000_000 });
        expect(digitRuns(told.map(({ end, ...rest }) => rest))).toEqual([]);
      }),
    );
  });
});

it('whom a call was handed to and what was not said are masked, when it was said is not', () => {
  const masked = maskTranscript({
    start_time: '2026-11-20T10:00:00.000Z',
    odd: ['messages.0.name'],
    messages: [
      {
        role: 'assistant',
        unpreferred_messages: [{ content: 'Call 312 555 0142' }],
        interrupted_thoughts: 'it is (312) 555-0142',
        transfer_contact: { name: 'Ann', phone: { number: '+13125550142', extension: '4321' } },
      },
    ],
  });
  expect(masked).toMatchObject({
    start_time: '2026-11-20T10:00:00.000Z',
    odd: ['messages.0.name'],
  });
  expect(JSON.stringify(masked.messages)).toContain('Ann');
  expect(digitRuns(masked.messages)).toEqual([]);
});

it('a number that is dictated in turns is masked, prices in sentences are not', () => {
  const messages = [
    'My number?',
    '312',
    'Yes.',
    '555',
    'Go on.',
    '0142.',
    'And 2250?',
    'I want 2400.',
  ].map((content) => ({ role: 'user', content }));
  const told = maskTranscript({ messages, odd: [] }).messages.map(({ content }) => content);
  expect(told).toEqual([
    'My number?',
    '••• ••• ••',
    'Yes.',
    '••• ••• ••',
    'Go on.',
    '••• ••• ••',
    'And 2250?',
    'I want 2400.',
  ]);
});

it('a number that is dictated in turns of parts is masked', () => {
  const messages = ['312', 'uh, 555', '0142'].map((text) => ({
    role: 'user',
    content: [{ type: 'text', text }],
  }));
  const told = maskTranscript({ messages, odd: [] }).messages.map(({ content }) => content);
  expect(told).toEqual(messages.map(() => [{ type: 'text', text: '••• ••• ••' }]));
});

it('values of facets that look alike are one', () => {
  const facet = [
    { value: '+13125550142', label: '+13125550142', count: 2 },
    { value: '+14695550142', label: '+14695550142', count: 1 },
    { value: 'Busy', label: 'Busy', count: 1 },
  ];
  const range = { min: null, max: null };
  const none = { has_notes: 0, flagged: 0, rated: 0, contested: 0, has_cost: 0, has_outcome: 0 };
  const { facets } = maskFacets({
    count: 4,
    facets: {
      type: [],
      statuses: [],
      tags: facet,
      models: [],
      ratings: [],
      use_cases: [],
      campaigns: [],
      agents: [],
      languages: [],
      providers: [],
      classifications: [],
    },
    ranges: {
      duration: range,
      cost: range,
      talk_share: range,
      silence: range,
      interruptions: range,
      response_time: range,
      tool_errors: range,
      created: range,
    },
    histograms: { duration: [], cost: [] },
    flags: none,
    meta: indexMeta(4),
  });
  expect(facets.tags).toEqual([
    { value: '••• ••• ••42', label: '••• ••• ••42', count: 3 },
    { value: 'Busy', label: 'Busy', count: 1 },
  ]);
});
