import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { transcriptSchema } from '@/lib/call/transcript/transcript';
import { readTranscript } from './transcripts';

const ID = '65a1b2c3d4e5f60718293a4b';
const BEGAN = 1_790_000_000;

type Spoken = [start: unknown, end: unknown];

const read = (answer: unknown) => transcriptSchema.parse(readTranscript(answer, ID));
const spoken = (...times: Spoken[]) =>
  times.map(([start, end], place) => ({ role: 'user', content: `m${place}`, start, end }));
const timesRead = (start_time: unknown, ...times: Spoken[]) =>
  read({ start_time, messages: spoken(...times) }).messages.map(({ start, end }) => [start, end]);
const refusal = (words: string) =>
  expect.objectContaining({
    code: 'upstream_invalid_response',
    message: expect.stringContaining(words),
  });

describe('times', () => {
  it.each<[string, unknown, Spoken[], Spoken[]]>([
    ['unix seconds', BEGAN, [[BEGAN + 0.4, BEGAN + 2]], [[0.4, 2]]],
    ['unix milliseconds', BEGAN * 1e3, [[BEGAN * 1e3 + 400, BEGAN * 1e3 + 2000]], [[0.4, 2]]],
    ['unix microseconds', BEGAN * 1e6, [[BEGAN * 1e6 + 4e5, BEGAN * 1e6 + 2e6]], [[0.4, 2]]],
    ['seconds beside milliseconds', BEGAN, [[BEGAN * 1e3 + 400, BEGAN * 1e3 + 2000]], [[0.4, 2]]],
    [
      'ISO text',
      '2026-11-20T10:00:00Z',
      [['2026-11-20T10:00:01.5Z', '2026-11-20T12:00:02+02:00']],
      [[1.5, 2]],
    ],
    [
      'ISO text without a zone is UTC',
      '2026-11-20T10:00:00Z',
      [['2026-11-20T10:00:01.5', '2026-11-20 10:00:02']],
      [[1.5, 2]],
    ],
    ['numbers as text', String(BEGAN), [[`${BEGAN + 0.4}`, ` ${BEGAN + 2} `]], [[0.4, 2]]],
    [
      'seconds since an ISO start',
      '2026-11-20T10:00:00Z',
      [
        [0, 3.2],
        [3.5, 6],
      ],
      [
        [0, 3.2],
        [3.5, 6],
      ],
    ],
    [
      'seconds since a unix start',
      BEGAN,
      [
        [0, 3.2],
        [3.5, 6],
      ],
      [
        [0, 3.2],
        [3.5, 6],
      ],
    ],
    [
      'seconds and no start',
      null,
      [
        [0, 3.2],
        [3.5, 6],
      ],
      [
        [0, 3.2],
        [3.5, 6],
      ],
    ],
    [
      'milliseconds since the start',
      BEGAN,
      [
        [400, 12_000],
        [15_000, 40_000],
      ],
      [
        [0.4, 12],
        [15, 40],
      ],
    ],
    [
      'milliseconds of a short call with a long silence',
      BEGAN,
      [
        [1200, null],
        [3000, null],
        [60_000, null],
      ],
      [
        [1.2, null],
        [3, null],
        [60, null],
      ],
    ],
    [
      'seconds with one that is absurd',
      null,
      [
        [1, 2],
        [3, 4],
        [90_000, null],
      ],
      [
        [1, 2],
        [3, 4],
        [null, null],
      ],
    ],
    [
      'seconds of a call of three hours',
      null,
      [
        [4, 1800],
        [5000, 10_800],
      ],
      [
        [4, 1800],
        [5000, 10_800],
      ],
    ],
    [
      'no start: the first message begins the call',
      undefined,
      [
        [BEGAN + 5, BEGAN + 6],
        [BEGAN + 8, BEGAN + 9],
      ],
      [
        [0, 1],
        [3, 4],
      ],
    ],
    ['a start that is none', 'soon', [[BEGAN + 5, BEGAN + 6]], [[0, 1]]],
    ['a start of zero', 0, [[BEGAN + 5, BEGAN + 6]], [[0, 1]]],
    ['a start long after the call', BEGAN + 900, [[BEGAN + 5, BEGAN + 6]], [[0, 1]]],
    ['a start years before the call', BEGAN - 1e8, [[BEGAN + 5, BEGAN + 6]], [[0, 1]]],
    ['a moment before the start', BEGAN, [[BEGAN - 0.2, BEGAN + 1]], [[0, 1]]],
    [
      'all zero',
      0,
      [
        [0, 0],
        [0, 0],
      ],
      [
        [null, null],
        [null, null],
      ],
    ],
    [
      'zeros beside unix times',
      BEGAN,
      [
        [0, 0],
        [BEGAN + 2, BEGAN + 3],
      ],
      [
        [null, null],
        [2, 3],
      ],
    ],
    [
      'zeros after other seconds',
      null,
      [
        [0, 0],
        [1, 2],
        [0, 0],
        [0, null],
        [0, 4],
      ],
      [
        [0, 0],
        [1, 2],
        [null, null],
        [null, null],
        [0, 4],
      ],
    ],
    [
      'in no order',
      BEGAN,
      [
        [BEGAN + 4, BEGAN + 5],
        [BEGAN + 2, BEGAN + 3],
      ],
      [
        [4, 5],
        [2, 3],
      ],
    ],
    [
      'an end before its start',
      BEGAN,
      [
        [BEGAN + 4, BEGAN + 2],
        [BEGAN + 4, 0],
      ],
      [
        [4, null],
        [4, null],
      ],
    ],
    ['an end alone', BEGAN, [[null, BEGAN + 2]], [[null, 2]]],
    [
      'absurd among others',
      BEGAN,
      [
        [BEGAN + 1, BEGAN + 2],
        [BEGAN + 1e6, -1],
        [1e300, 5e9],
      ],
      [
        [1, 2],
        [null, null],
        [null, null],
      ],
    ],
    [
      'below zero',
      null,
      [
        [-1, -1],
        [1, 2],
      ],
      [
        [null, null],
        [1, 2],
      ],
    ],
    ['nothing at all', BEGAN, [[undefined, null]], [[null, null]]],
  ])('%s', (_, startTime, sent, expected) => {
    expect(timesRead(startTime, ...sent)).toEqual(expected);
  });

  it.each([
    [BEGAN, '2026-09-21T14:13:20.000Z'],
    [BEGAN * 1000, '2026-09-21T14:13:20.000Z'],
    ['2026-09-21T16:13:20+02:00', '2026-09-21T14:13:20.000Z'],
    [0, null],
    [null, null],
    [{}, null],
  ])('a call that began at %j began at %j', (sent, start_time) => {
    expect(read({ start_time: sent, messages: [] }).start_time).toBe(start_time);
  });

  it('names what is no time, and not what is merely none', () => {
    const messages = spoken(['soon', 1], [true, {}], [0, 0], [null, undefined]);
    expect(read({ start_time: 'never', messages }).odd).toEqual([
      'messages.0.start',
      'messages.1.start',
      'messages.1.end',
      'start_time',
    ]);
  });
});

describe('fields', () => {
  it('are all read as documented', () => {
    const answer = {
      id: 't1',
      organization_id: 'o1',
      call_id: ID,
      start_time: BEGAN,
      messages: [
        {
          id: 'm1',
          role: 'assistant',
          content: 'One moment',
          start: BEGAN + 1,
          end: BEGAN + 2,
          tool_calls: [{ type: 'function', id: 'c', function: { name: 'f', arguments: '{}' } }],
          unpreferred_messages: [{ id: 'u', content: 'Wait', tool_calls: [] }],
          interrupted_thoughts: 'please',
          is_filler: true,
          discard: false,
          transfer_contact: {
            type: 'Sales Rep',
            name: 'Ann',
            email: 'ann@example.com',
            phone: { number: '+13125550142', extension: '7' },
            contact_id: 'c1',
            slack_channel_id: 'C1',
          },
        },
        {
          id: 'm2',
          role: 'tool',
          name: 'f',
          tool_call_id: 'c',
          content: '{}',
          start: null,
          end: null,
          later: [1],
        },
      ],
    };
    const [first, second] = answer.messages;
    expect(read(answer)).toEqual({
      ...answer,
      start_time: '2026-09-21T14:13:20.000Z',
      messages: [{ ...first, start: 1, end: 2 }, second],
      odd: [],
    });
  });

  it.each<[string, object, object, string[]]>([
    ['numbers as ids', { id: 7, tool_call_id: 8 }, { id: '7', tool_call_id: '8' }, []],
    ['flags as numbers', { discard: 1, is_filler: 0 }, { discard: true, is_filler: false }, []],
    ['flags as text', { discard: 'true', is_filler: '0' }, { discard: true, is_filler: false }, []],
    ['a flag that is none', { discard: 'maybe' }, {}, ['discard']],
    ['an id that is none', { id: { a: 1 } }, {}, ['id']],
    ['a role as number', { role: 3 }, { role: '3' }, []],
    ['no role', { role: undefined }, { role: '' }, ['role']],
    ['a tool call as text', { tool_calls: 'f' }, {}, ['tool_calls']],
    [
      'one tool call of several',
      { tool_calls: [null, { id: 1 }, 'f', { function: 'g' }] },
      { tool_calls: [{ id: '1' }, {}] },
      ['tool_calls.0', 'tool_calls.2', 'tool_calls.3.function'],
    ],
    [
      'what was not said',
      { unpreferred_messages: ['x', { id: 1, content: 2, tool_calls: {} }] },
      { unpreferred_messages: [{ id: '1', content: 2 }] },
      ['unpreferred_messages.0', 'unpreferred_messages.1.tool_calls'],
    ],
    [
      'a contact as address',
      { transfer_contact: 'a@b.example' },
      { transfer_contact: { email: 'a@b.example' } },
      [],
    ],
    ['a contact as name', { transfer_contact: 'Ann' }, { transfer_contact: { name: 'Ann' } }, []],
    ['a contact as list', { transfer_contact: ['Ann'] }, {}, ['transfer_contact']],
    [
      'a phone as number',
      { transfer_contact: { phone: 13125550142 } },
      { transfer_contact: { phone: { number: '13125550142' } } },
      [],
    ],
    [
      'parts of a phone',
      { transfer_contact: { name: {}, phone: { number: 13125550142, extension: [] } } },
      { transfer_contact: { phone: { number: '13125550142' } } },
      ['transfer_contact.name', 'transfer_contact.phone.extension'],
    ],
  ])('%s', (_, sent, expected, odd) => {
    const { messages, odd: told } = read({ messages: [{ role: 'user', ...sent }] });
    expect(messages).toEqual([{ role: 'user', start: null, end: null, ...expected }]);
    expect(told.toSorted()).toEqual(odd.map((path) => `messages.0.${path}`).toSorted());
  });

  it('of the transcript itself cost no message', () => {
    const transcript = read({ id: 5, organization_id: [], call_id: ID, messages: spoken([1, 2]) });
    expect(transcript).toMatchObject({ id: '5', odd: ['organization_id'] });
    expect(transcript).not.toHaveProperty('organization_id');
    expect(transcript.messages).toHaveLength(1);
  });
});

describe('messages', () => {
  const hello = { role: 'user', content: 'Hello' };
  const heard = { ...hello, start: null, end: null };
  const unreadable = (content: unknown) => ({
    role: 'unreadable',
    content,
    start: null,
    end: null,
  });

  it.each<[string, unknown, unknown[], string[]]>([
    ['none', null, [], []],
    [
      'what is no message',
      [hello, 'Hi', 7, null],
      [heard, unreadable('Hi'), unreadable(7), unreadable(null)],
      [],
    ],
    ['one alone', hello, [heard], ['messages']],
    ['an object of them', { a: hello, b: hello }, [heard, heard], ['messages']],
    ['text', 'Hello. Hi.', [unreadable('Hello. Hi.')], ['messages']],
    ['a number', 0, [unreadable(0)], ['messages']],
  ])('as %s', (_, messages, expected, odd) => {
    expect(read({ call_id: ID, messages })).toMatchObject({ messages: expected, odd });
  });

  it.each<[string, unknown]>([
    ['transcript', { transcript: { call_id: ID, messages: [hello] } }],
    ['data', { data: { messages: [hello] } }],
    ['data beside a status', { status: 'ok', data: { call_id: ID, messages: [hello] } }],
    ['a list under another name', { call: ID, transcript: [hello] }],
    ['a bare list', [hello]],
  ])('inside of %s are found', (_, answer) => {
    expect(read(answer).messages).toEqual([heard]);
  });

  it('can be missing where it is clear whose they are', () => {
    expect(read({ id: 't', call_id: ID })).toMatchObject({ messages: [] });
  });

  it.each([
    {},
    { odd: true },
    { data: {} },
    { data: { data: { messages: [hello] } } },
    'text',
    null,
  ])('that are nowhere are told: %j', (answer) => {
    expect(() => read(answer)).toThrow(refusal('cannot be read'));
  });

  it.each<[unknown]>([
    [{ call_id: 'another', messages: [] }],
    [{ call_id: 42, messages: [] }],
    [{ data: { call_id: 'another', messages: [] } }],
  ])('of another call are refused: %j', (answer) => {
    expect(() => read(answer)).toThrow(refusal('another call'));
  });

  it('keep what can be written when something is nested without end', () => {
    let deep: unknown = 'x';
    for (let level = 0; level < 50_000; level += 1) deep = [deep];
    const { messages, odd } = read({ messages: [{ ...hello, x: deep }, deep] });
    expect(messages).toEqual([heard, unreadable('')]);
    expect(odd).toEqual(['messages.0.x', 'messages.1']);
  });
});

describe('whatever comes', () => {
  const documented = fc.constantFrom(
    ...['id', 'role', 'content', 'start', 'end', 'name', 'tool_calls', 'tool_call_id', 'discard'],
    ...['unpreferred_messages', 'interrupted_thoughts', 'is_filler', 'transfer_contact'],
  );

  it('a field of any kind costs no message and changes no other field', () => {
    const whole = {
      id: 'm1',
      role: 'assistant',
      content: 'Hi',
      name: 'n',
      tool_call_id: 'c',
      discard: true,
      is_filler: false,
      interrupted_thoughts: 't',
    };
    fc.assert(
      fc.property(documented, fc.jsonValue(), (field, value) => {
        const { messages } = read({ messages: [{ ...whole, [field]: value }, whole] });
        const [changed, other] = messages;
        const { [field]: _, start: __, end: ___, ...rest } = { ...changed };
        const { [field]: ____, start: _____, end: ______, ...expected } = { ...other };
        expect(messages).toHaveLength(2);
        expect(rest).toEqual(expected);
      }),
    );
  });

  it('any JSON is read with all of its messages, or told', () => {
    const message = fc.oneof(fc.jsonValue(), fc.dictionary(documented, fc.jsonValue()));
    const answer = fc.oneof(
      fc.jsonValue(),
      fc.record(
        { call_id: fc.jsonValue(), start_time: fc.jsonValue(), messages: fc.array(message) },
        { requiredKeys: ['messages'] },
      ),
    );
    fc.assert(
      fc.property(answer, (sent) => {
        try {
          const { messages } = read(sent);
          if (
            typeof sent === 'object' &&
            sent !== null &&
            'messages' in sent &&
            Array.isArray(sent.messages)
          )
            expect(messages).toHaveLength(sent.messages.length);
        } catch (error) {
          expect(error).toHaveProperty('code', 'upstream_invalid_response');
        }
      }),
    );
  });
});
