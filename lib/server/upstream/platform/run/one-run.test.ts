import { describe, expect, it, test } from 'vitest';
import {
  aRun,
  connectPlatform,
  pageOf,
  servePlatform,
} from '@/lib/server/upstream/platform/platform.test-world';
import { json } from '@/lib/server/upstream/transport/socket.test-server';

const BEGAN = '2026-11-01T10:00:00.000Z';
const ID = 'run-1';

/** A message that names its session is of that one alone. */
function isOfAnother(message: unknown, path: string): boolean {
  if (typeof message !== 'object' || message === null || !('session_id' in message)) return false;
  return !path.includes(`/sessions/${String(message.session_id)}/`);
}

type World = { sessions?: unknown[]; usage?: unknown; messages?: unknown[]; recordings?: unknown };

/** A run of workflow `a`; what is not given fails. */
async function world({ sessions, usage, messages, recordings }: World) {
  const listed = aRun(ID, BEGAN, { data: { 'extract.load': 'L-1' }, version_id: 'v1' });
  const { data: _, ...alone } = listed;
  const { url, requests } = await servePlatform(
    { a: [listed] },
    {
      others: (request, response) => {
        const { pathname, searchParams } = new URL(request.url, 'http://upstream');
        const list = (sent: unknown[] | undefined) =>
          sent ? json(response, 200, pageOf(sent, searchParams)) : json(response, 503, {});
        if (pathname.endsWith('/sessions')) return list(sessions);
        if (pathname.endsWith('/messages'))
          return list(messages?.filter((each) => !isOfAnother(each, pathname)));
        if (pathname.endsWith('/recordings')) return json(response, 200, recordings);
        if (pathname.includes('/billing/'))
          return usage ? json(response, 200, usage) : json(response, 503, {});
        json(response, 200, { ...alone, workflow_id: 'a' });
      },
    },
  );
  return { upstream: connectPlatform(url), requests };
}

const leg = (id: string, second: number, fields: object) => ({
  id,
  timestamp: new Date(Date.parse(BEGAN) + second * 1000).toISOString(),
  type: 'inbound_call',
  duration: null,
  user_number: '+13125550199',
  failure_reason: null,
  languages: ['en-US'],
  ...fields,
});

describe('legs', () => {
  it('add up, in the order they began; what was written counts for nothing beside them', async () => {
    const { upstream } = await world({
      sessions: [
        leg('s2', 60, { type: 'transfer', duration: 40, languages: null }),
        leg('s1', 0, { duration: 55, llm_model: 'gpt-5.2' }),
        leg('s3', 5, { type: 'chat', duration: 500 }),
      ],
    });
    const call = await upstream.getCall(ID);
    expect(call).toMatchObject({
      duration: 95,
      type: 'Inbound',
      language: 'en-US',
      metadata: { from: '+13125550199' },
      use_case: { id: 'a', name: 'Name of a', model: 'gpt-5.2' },
      sessions: [{ id: 's1' }, { id: 's3' }, { id: 's2' }],
    });
    expect(call.metadata).not.toHaveProperty('to');
  });

  it.each([
    ['sip_user_unavailable', 'The line was busy or out of service.'],
    ['aliens_called_back', 'The call failed: aliens called back.'],
    ['constructor', 'The call failed: constructor.'],
  ])('of which one failed by %s says so', async (failure_reason, failure) => {
    const { upstream } = await world({ sessions: [leg('s1', 0, { failure_reason })] });
    const call = await upstream.getCall(ID);
    expect(call).toMatchObject({ failure });
    expect(call).not.toHaveProperty('duration');
  });

  it('whose type says nothing leave the direction open, and the number is nobody’s', async () => {
    const { upstream } = await world({ sessions: [leg('s1', 0, { type: 'voice' })] });
    const call = await upstream.getCall(ID);
    expect(call.type).toBe('Unknown');
    expect(call.metadata).toBeUndefined();
    expect(call.sessions).toMatchObject([{ user_number: '+13125550199' }]);
  });
});

describe('what a run used', () => {
  const part = (name: string, credits: number, subcomponents?: unknown[]) => ({
    name,
    credits,
    subcomponents,
  });

  it('is told in credits, by what its parts are called, however deep they are', async () => {
    const { upstream } = await world({
      sessions: [],
      usage: {
        unit: 'credits',
        total_credits: 12.5,
        components: [
          {
            category: 'Voice',
            credits: 11,
            subcomponents: [
              part('LLM', 4, [part('gpt-5.2 tokens', 4)]),
              part('Speech', 5, [part('STT', 2), part('TTS', 3)]),
              part('Telephony', 2),
            ],
          },
          { category: 'Other', credits: 1.5 },
        ],
      },
    });
    const { costs } = await upstream.getCall(ID);
    expect(costs).toEqual({
      unit: 'credits',
      total_costs: 12.5,
      llm: { total_cost: 4 },
      transcriber: { total_cost: 2 },
      tts: { total_cost: 3 },
      voip: { total_cost: 2 },
    });
  });

  it.each([[{ total_credits: '12' }], [{ total_credits: -1 }], [{ components: 'none' }]])(
    'is not known where it is %j, and never zero',
    async (usage) => {
      const { upstream } = await world({ sessions: [], usage });
      expect((await upstream.getCall(ID)).costs).toBeUndefined();
    },
  );
});

test('what could not be read of a run is named, and costs nobody the rest', async () => {
  const { upstream, requests } = await world({});
  const call = await upstream.getCall(ID);
  expect(call).toMatchObject({
    id: ID,
    extraction: { 'extract.load': 'L-1' },
    not_read: ['sessions', 'usage'],
  });
  expect(call).not.toHaveProperty('costs');
  expect(requests.filter((path) => path.includes('/billing/'))).toHaveLength(1);
});

describe('a transcript', () => {
  it('is that of all legs, one after the other, in seconds of the call', async () => {
    const { upstream } = await world({
      sessions: [leg('s1', 0, {}), leg('s2', 60, {})],
      messages: [
        { session_id: 's2', role: 'human', content: 'Hi', timestamp: '2026-11-01T10:01:02.500Z' },
        { session_id: 's1', role: 'assistant', content: '<i>Hello</i>', timestamp: BEGAN },
      ],
    });
    const { messages, start_time, odd } = await upstream.getTranscript(ID);
    expect(start_time).toBe(BEGAN);
    expect(odd).toEqual([]);
    expect(messages.map(({ role, content, start, end }) => [role, content, start, end])).toEqual([
      ['assistant', '<i>Hello</i>', 0, null],
      ['human', 'Hi', 62.5, null],
    ]);
  });

  it('of a run without legs is none', async () => {
    const { upstream } = await world({ sessions: [] });
    await expect(upstream.getTranscript(ID)).rejects.toHaveProperty('code', 'not_found');
  });

  it('of more messages than a page holds is whole', async () => {
    const messages = Array.from({ length: 230 }, (_, n) => ({ id: `m${n}`, role: 'user' }));
    const { upstream } = await world({ sessions: [leg('s1', 0, {})], messages });
    expect((await upstream.getTranscript(ID)).messages).toHaveLength(230);
  });
});

test('recordings come in the order of their legs, and only from addresses', async () => {
  const { upstream } = await world({
    sessions: [leg('s1', 0, {}), leg('s2', 60, {})],
    recordings: {
      recordings: [
        { session_id: 's2', url: 'https://storage.example/2' },
        { session_id: 's1', url: 'https://storage.example/1' },
        { session_id: 's3', url: 'file:///etc/passwd' },
      ],
    },
  });
  expect((await upstream.getRecording(ID)).parts).toEqual([
    { session: 's1', url: 'https://storage.example/1', start: 0 },
    { session: 's2', url: 'https://storage.example/2', start: 60 },
  ]);
});
