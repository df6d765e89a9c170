import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTurnId } from '@/lib/call/call-id';
import type { TranscriptMessage } from './transcript';
import { turnsOf } from './turns';

const message = (role: string, more: Partial<TranscriptMessage> = {}): TranscriptMessage => ({
  role,
  ...more,
});
const call = (id: string | null, name: string, input?: unknown) => ({
  type: 'function',
  id,
  function: { name, arguments: input },
});
const one = (more: Partial<TranscriptMessage>, role = 'assistant') => {
  const [turn] = turnsOf([message(role, more)]);
  if (!turn) throw new Error('no turn');
  return turn;
};

describe('turnsOf', () => {
  it.each([
    ['assistant', 'agent'],
    ['user', 'caller'],
    ['system', 'system'],
    ['tool', 'tool'],
    ['unreadable', 'unreadable'],
    ['developer', 'other'],
    ['', 'other'],
    ['constructor', 'other'],
  ])('role %s is of the %s', (role, speaker) => {
    expect(turnsOf([message(role)])).toMatchObject([{ speaker, role }]);
  });

  it.each<[unknown, string, boolean]>([
    ['Hello', 'Hello', false],
    [undefined, '', false],
    [null, '', false],
    ['', '', false],
    [42, '42', false],
    [false, 'false', false],
    [[], '', false],
    [[{ type: 'text', text: 'one' }, 'two', null], 'one\ntwo', false],
    [{ type: 'text', text: 'alone' }, 'alone', false],
    [[{ type: 'image_url', url: 'x' }], '{\n  "type": "image_url",\n  "url": "x"\n}', true],
    [{ deep: [{ deeper: null }] }, JSON.stringify({ deep: [{ deeper: null }] }, null, 2), true],
  ])('content %j reads %j', (content, text, isJson) => {
    expect(one({ content }).words).toEqual({ text, isJson });
  });

  it.each([
    [1, 3.5, 1, 2.5],
    [0, 0, 0, 0],
    [5, 4, 5, null],
    [5, undefined, 5, null],
    [undefined, 5, null, null],
    [null, null, null, null],
  ])('from %s to %s starts at %s and lasts %s', (start, end, at, duration) => {
    expect(one({ start, end })).toMatchObject({ start: at, duration });
  });

  it.each<[unknown, string | undefined]>([
    [' and so on', 'and so on'],
    [undefined, undefined],
    [null, undefined],
    ['', undefined],
    ['  ', undefined],
    [false, undefined],
    [[], undefined],
    [true, ''],
    [['one', 'two'], 'one\ntwo'],
    [{ text: 'said' }, 'said'],
  ])('interrupted thoughts %j are %j', (interrupted_thoughts, interruption) => {
    expect(one({ interrupted_thoughts }).interruption).toBe(interruption);
  });

  it.each<[TranscriptMessage['transfer_contact'], string | undefined]>([
    [null, undefined],
    [{}, undefined],
    [{ name: ' ', email: null }, undefined],
    [{ email: 'a@b.example' }, 'a@b.example'],
    [
      {
        type: 'Sales Rep',
        name: 'Ann Lee',
        email: 'ann@b.example',
        phone: { number: '+13125550142', extension: '12' },
        contact_id: 'c1',
        slack_channel_id: 'C012',
      },
      'Ann Lee (Sales Rep), ann@b.example, +13125550142 extension 12, Slack channel C012',
    ],
    [{ type: 'Sales Rep', phone: { number: '+13125550142' } }, 'Sales Rep, +13125550142'],
    [{ phone: { number: null, extension: '7' } }, 'extension 7'],
    [{ contact_id: 'c1' }, 'c1'],
    [{ desk: 'night' }, '{\n  "desk": "night"\n}'],
  ])('a transfer to %j reads %j', (transfer_contact, transferTo) => {
    expect(one({ transfer_contact }).transferTo).toBe(transferTo);
  });

  it('keeps what was weighed and not said with the turn that was', () => {
    const { unsaid } = one({
      content: 'Said',
      unpreferred_messages: [
        { id: 'u', content: 'Not said', tool_calls: [call(null, 'find', '{"x":1}')] },
        { content: null },
      ],
    });
    expect(unsaid).toEqual([
      {
        words: { text: 'Not said', isJson: false },
        tools: [{ name: 'find', input: { text: '{\n  "x": 1\n}', isJson: true }, results: [] }],
      },
      { words: { text: '', isJson: false }, tools: [] },
    ]);
    expect(one({ unpreferred_messages: null }).unsaid).toEqual([]);
  });

  it('marks fillers and what is left out of data sets', () => {
    expect(one({ is_filler: true, discard: true })).toMatchObject({
      isFiller: true,
      isLeftOut: true,
    });
    expect(one({ is_filler: null })).toMatchObject({ isFiller: false, isLeftOut: false });
  });

  it('puts what a tool answered under the turn that called it', () => {
    const turns = turnsOf([
      message('assistant', { content: 'Wait', tool_calls: [call('a', 'find'), call('b', 'book')] }),
      message('tool', { tool_call_id: 'b', content: '{"done":true}' }),
      message('user', { content: 'Hm' }),
      message('tool', { tool_call_id: 'a', content: 'none' }),
      message('tool', { tool_call_id: 'a', content: 'one after all' }),
    ]);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['agent', 'caller']);
    expect(turns[0]?.tools).toMatchObject([
      { name: 'find', results: [{ text: 'none' }, { text: 'one after all' }] },
      { name: 'book', results: [{ text: '{\n  "done": true\n}', isJson: true }] },
    ]);
  });

  it('shows answers that belong to no call as turns of their own', () => {
    const turns = turnsOf([
      message('tool', { tool_call_id: 'early', content: 'x' }),
      message('assistant', { tool_calls: [call('early', 'late'), call(null, 'nameless')] }),
      message('tool', { content: 'y' }),
      message('tool', { tool_call_id: '__proto__', content: 'z' }),
    ]);
    expect(turns.map(({ speaker }) => speaker)).toEqual(['tool', 'agent', 'tool', 'tool']);
    expect(turns[1]?.tools.map(({ results }) => results)).toEqual([[], []]);
  });

  it('gives an answer to the latest of the calls with its id', () => {
    const turns = turnsOf([
      message('assistant', { tool_calls: [call('a', 'first')] }),
      message('tool', { tool_call_id: 'a', content: '1' }),
      message('assistant', { tool_calls: [call('a', 'second')] }),
      message('tool', { tool_call_id: 'a', content: '2' }),
    ]);
    expect(turns.map(({ tools }) => tools[0]?.results[0]?.text)).toEqual(['1', '2']);
  });

  it.each<[unknown, string, boolean]>([
    ['{"a":1}', '{\n  "a": 1\n}', true],
    [{ a: 1 }, '{\n  "a": 1\n}', true],
    ['{"a":', '{"a":', false],
    ['', '', false],
    [undefined, '', false],
  ])('arguments %j are shown as %j', (input, text, isJson) => {
    expect(one({ tool_calls: [call('a', 'f', input)] }).tools[0]?.input).toEqual({ text, isJson });
  });

  it('gives every turn an id of its own that fits an address', () => {
    const ids = turnsOf([
      message('user', { id: 'm2' }),
      message('user'),
      message('user', { id: 'm2' }),
      message('user', { id: 'a b' }),
      message('user', { id: '65f0c0ffee24b0a7d3e91abc' }),
    ]).map(({ id }) => id);
    expect(ids).toEqual(['m2', 'm2-', 'm3', 'm4', '65f0c0ffee24b0a7d3e91abc']);
  });

  it('loses no message and never throws, whatever comes', () => {
    const anyMessage = fc.record(
      {
        role: fc.oneof(fc.constantFrom('assistant', 'user', 'tool', 'system'), fc.string()),
        id: fc.option(fc.constantFrom('x', 'y', 'm1', 'm2', '')),
        content: fc.oneof(fc.string(), fc.jsonValue()),
        start: fc.option(fc.double({ noNaN: true })),
        end: fc.option(fc.double({ noNaN: true })),
        tool_call_id: fc.option(fc.constantFrom('a', 'b', 'c')),
        tool_calls: fc.option(
          fc.array(fc.constantFrom('a', 'b', null).map((id) => call(id, 'f', '{"x":1}'))),
        ),
        interrupted_thoughts: fc.jsonValue(),
        unpreferred_messages: fc.option(fc.array(fc.record({ content: fc.jsonValue() }))),
      },
      { requiredKeys: ['role'] },
    );
    fc.assert(
      fc.property(fc.array(anyMessage), (messages) => {
        const turns = turnsOf(messages);
        const results = turns.flatMap(({ tools }) => tools.flatMap((tool) => tool.results));
        expect(turns.length + results.length).toBe(messages.length);
        const ids = turns.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.every(isTurnId)).toBe(true);
      }),
    );
  });
});
