import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { type Call, callSchema } from '@/lib/call/call';
import { createDemoControl, type DemoControl } from './control/control';
import { at, listAt } from './json';
import { type DemoOptions, type DemoUpstream, startDemoUpstream } from './server';

const NOW = Date.parse('2026-11-18T17:42:11Z');
const pageSchema = z.object({
  calls: z.array(callSchema),
  count: z.number(),
  limit: z.number(),
  offset: z.number(),
});

let upstream: DemoUpstream;
let control: DemoControl;

beforeAll(async () => {
  upstream = await startDemoUpstream({ now: NOW, calls: 700, control: true });
  control = createDemoControl(upstream.url);
});
afterAll(() => upstream.close());
afterEach(() => control.restoreCalls());

function ask(path: string, init: RequestInit = {}, base = upstream.url): Promise<Response> {
  return fetch(`${base}${path}`, {
    ...init,
    headers: { authorization: 'Bearer demo-key', ...init.headers },
  });
}

async function list(query: Record<string, string> = {}, base?: string) {
  const response = await ask(`/calls?${new URLSearchParams(query)}`, {}, base);
  expect(response.status).toBe(200);
  return pageSchema.parse(await response.json());
}

async function write(method: string, path: string, body: unknown): Promise<Response> {
  return ask(path, { method, body: body === undefined ? null : JSON.stringify(body) });
}

async function all(): Promise<Call[]> {
  return (await list({ limit: '2000' })).calls;
}

async function someCall(accepts: (call: Call) => boolean): Promise<Call> {
  const call = (await all()).find(accepts);
  if (!call) throw new Error('no such call among the generated');
  return call;
}

describe('access', () => {
  test.each([
    ['no key', {}],
    ['a wrong key', { authorization: 'Bearer nope' }],
    ['another scheme', { authorization: 'Basic demo-key' }],
  ])('%s is refused with a message', async (_, headers) => {
    const response = await fetch(`${upstream.url}/calls`, { headers });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ message: 'Invalid API key' });
  });

  test('health needs no key', async () => {
    expect((await fetch(new URL('/health', upstream.url))).status).toBe(200);
  });

  test('the switchboard is closed unless it was asked for', async () => {
    const plain = await startDemoUpstream({ now: NOW, calls: 20 });
    expect((await fetch(new URL('/__control/requests', plain.url))).status).toBe(404);
    await plain.close();
  });
});

describe('pages', () => {
  test('100 calls unless asked, newest first, with the count of all', async () => {
    const page = await list();
    expect([page.calls.length, page.count, page.limit, page.offset]).toEqual([100, 700, 100, 0]);
    const created = page.calls.map((call) => call.created);
    expect(created).toEqual(created.toSorted().toReversed());
  });

  test('a limit above 2000 is clamped and the effective one echoed', async () => {
    expect((await list({ limit: '5000' })).limit).toBe(2000);
  });

  test('pages follow each other without gap or overlap, in both directions', async () => {
    const newest = (await all()).map((call) => call.id);
    for (const [sort, expected] of [
      ['desc', newest],
      ['asc', newest.toReversed()],
    ] as const) {
      const pages = await Promise.all(
        [0, 200, 400, 600].map((skip) => list({ sort, limit: '200', skip: String(skip) })),
      );
      expect(pages.flatMap((page) => page.calls.map((call) => call.id))).toEqual(expected);
    }
  });

  test('beyond the end there is nothing', async () => {
    const page = await list({ skip: '700' });
    expect([page.calls, page.count, page.offset]).toEqual([[], 700, 700]);
    expect((await list({ skip: '700', sort: 'asc' })).calls).toEqual([]);
  });

  test.each<[DemoOptions['pagingParam'], number, number]>([
    ['skip', 7, 0],
    ['offset', 0, 7],
    ['none', 0, 0],
  ])('a server that obeys %s echoes what it did', async (pagingParam, skipped, offset) => {
    const other = await startDemoUpstream({ now: NOW, calls: 50, pagingParam });
    const first = await list({}, other.url);
    for (const [name, echo] of [
      ['skip', skipped],
      ['offset', offset],
    ] as const) {
      const page = await list({ [name]: '7' }, other.url);
      expect(page.offset).toBe(echo);
      expect(page.calls[0]?.id).toBe(first.calls[echo]?.id);
    }
    await other.close();
  });

  test.each([
    'type=Sideways',
    'limit=0',
    'limit=ten',
    'limit=-1',
    'skip=-1',
    'skip=1.5',
    'from=yesterday',
    'to=2026-13-01',
    'sort=up',
  ])('%s is refused with a message', async (query) => {
    const response = await ask(`/calls?${query}`);
    expect(response.status).toBe(400);
    expect(z.object({ message: z.string().min(5) }).parse(await response.json())).toBeTruthy();
  });

  test('answers are gzipped for clients that take it, and only for them', async () => {
    const packed = await ask('/calls', { headers: { 'accept-encoding': 'gzip' } });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await ask('/calls', { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await plain.text()).toBe(await packed.text());
    const refused = await ask('/calls', { headers: { 'accept-encoding': 'gzip;q=0' } });
    expect(refused.headers.get('content-encoding')).toBeNull();
  });
});

describe('filters', () => {
  const SALES = '66a1f20b9c4d3e001f5a7b01';
  const CAMPAIGN = '68e0a1009c4d3e001f5a7d05';
  const FROM = '2026-11-16T15:00:00Z';
  const TO = '2026-11-17T15:00:00Z';

  test.each<[Record<string, string>, (call: Call) => boolean]>([
    [{ type: 'Inbound' }, (call) => call.type === 'Inbound'],
    [{ statuses: 'Busy,No answer' }, (call) => ['Busy', 'No answer'].includes(call.status)],
    [
      { tags: 'booked,night' },
      (call) => !!call.metadata?.tags?.some((tag) => ['booked', 'night'].includes(tag)),
    ],
    [{ models: 'gpt-4.1' }, (call) => call.use_case?.model === 'gpt-4.1'],
    [{ ratings: '🚨,👎' }, (call) => !!call.ratings?.some(({ emoji }) => emoji !== '✅')],
    [{ use_cases: SALES }, (call) => call.use_case?.id === SALES],
    [{ campaigns: CAMPAIGN }, (call) => call.campaign_id === CAMPAIGN],
    [{ from: FROM, to: TO }, ({ created }) => created >= FROM && created <= TO],
    [
      { transfer_contact_email: 'Tracking@NorthlineFreight.example' },
      (call) => call.transfer_contact_email === 'tracking@northlinefreight.example',
    ],
    [{ type: 'Outbound', statuses: 'Completed', use_cases: SALES }, () => false],
    [
      { type: 'Inbound', statuses: 'Transferred', models: 'gpt-5.2' },
      (call) =>
        call.type === 'Inbound' &&
        call.status === 'Transferred' &&
        call.use_case?.model === 'gpt-5.2',
    ],
  ])('%o', async (query, accepts) => {
    const expected = (await all()).filter(accepts);
    const page = await list({ ...query, limit: '2000' });
    expect(page.calls.map((call) => call.id)).toEqual(expected.map((call) => call.id));
    expect(page.count).toBe(expected.length);
  });

  test('the ends of a range are included', async () => {
    const call = await someCall((candidate) => candidate.status === 'Busy');
    const page = await list({ from: call.created, to: call.created });
    expect(page.calls.map(({ id }) => id)).toContain(call.id);
  });

  test('search finds numbers and values of the extraction, whatever their case and depth', async () => {
    const call = await someCall(({ extraction }) => typeof extraction?.mc_number === 'string');
    const lane = z.object({ origin: z.string() }).safeParse(call.extraction?.lane);
    const sought = [
      call.metadata?.from?.slice(2, 9) ?? '',
      String(call.extraction?.mc_number),
      String(call.extraction?.carrier_name).toUpperCase(),
      ...(lane.success ? [lane.data.origin.toLowerCase()] : []),
    ];
    for (const search of sought) {
      const page = await list({ search, limit: '2000' });
      expect(page.calls.map(({ id }) => id)).toContain(call.id);
      expect(page.count).toBeLessThan(700);
    }
    expect((await list({ search: 'no carrier is called so' })).count).toBe(0);
    expect((await list({ search: 'Northline' })).count).toBe(0);
  });
});

describe('usage', () => {
  const usageSchema = z.array(
    z.strictObject({
      organization_id: z.string(),
      period: z.string(),
      duration: z.number(),
      callCount: z.int(),
    }),
  );

  test.each([
    ['monthly', (day: Date) => day.toISOString().slice(0, 7)],
    ['daily', (day: Date) => day.toISOString().slice(0, 10)],
    [
      'weekly',
      (day: Date) => {
        const monday = new Date(day);
        while (monday.getUTCDay() !== 1) monday.setUTCDate(monday.getUTCDate() - 1);
        return monday.toISOString().slice(0, 10);
      },
    ],
  ])('%s counts the calls that there are, latest period first', async (timeframe, periodOf) => {
    const usage = usageSchema.parse(await (await ask(`/usage?timeframe=${timeframe}`)).json());
    const calls = await all();
    const periods = usage.map(({ period }) => period);
    expect(periods).toEqual([...new Set(periods)].toSorted().toReversed());
    for (const { period, callCount } of usage) {
      const expected = calls.filter(({ created }) => periodOf(new Date(created)) === period);
      expect(callCount).toBe(expected.length);
    }
    expect(usage.reduce((sum, { callCount }) => sum + callCount, 0)).toBe(700);
    const seconds = calls.reduce((sum, { duration }) => sum + (duration ?? 0), 0);
    expect(usage.reduce((sum, { duration }) => sum + duration, 0)).toBe(seconds);
  });

  test('another timeframe is refused', async () => {
    expect((await ask('/usage?timeframe=yearly')).status).toBe(400);
    expect((await ask('/usage', { method: 'POST' })).status).toBe(404);
  });
});

describe('an odd account', () => {
  test('answers filters and pages as before, its records and numbers in other ways', async () => {
    const query = '/calls?statuses=Completed&limit=5&skip=3';
    const before: unknown = await (await ask(query)).json();
    await control.setOdd(true);
    const odd: unknown = await (await ask(query)).json();
    expect(odd).toMatchObject({ count: String(at(before, 'count')), limit: '5', offset: '3' });
    const ids = (page: unknown) => listAt(page, 'calls').map((call) => at(call, 'id'));
    expect(ids(odd)).toEqual(ids(before));
    expect(listAt(odd, 'calls')).not.toEqual(listAt(before, 'calls'));
    await control.restoreCalls();
    expect(await (await ask(query)).json()).toEqual(before);
  });

  test('takes writes as before', async () => {
    const { id } = await someCall((call) => call.viewed_by?.length === 0);
    await control.setOdd(true);
    const response = await write('PATCH', `/calls/${id}/viewed`, { email: 'maya@example.com' });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(id);
    await control.setOdd(false);
    expect((await someCall((call) => call.id === id)).viewed_by).toEqual(['maya@example.com']);
  });

  test('can be one from the start', async () => {
    const other = await startDemoUpstream({ now: NOW, calls: 20, odd: true });
    const page: unknown = await (await ask('/calls', {}, other.url)).json();
    expect(at(page, 'count')).toBe('20');
    await other.close();
  });
});

describe('one call', () => {
  test('is the row of the list; an unknown one is a 404', async () => {
    const call = await someCall(({ status }) => status === 'Completed');
    expect(await (await ask(`/calls/${call.id}`)).json()).toEqual(call);
    const unknown = await ask('/calls/000000000000000000000000');
    expect(unknown.status).toBe(404);
    expect(await unknown.json()).toEqual({ message: 'Call not found' });
  });

  test.each(['/', '/other', '/calls/%E0%A4%A', '/calls/x/notes/y/z'])(
    '%s is a 404',
    async (path) => {
      expect((await ask(path)).status).toBe(404);
    },
  );

  test('notes are added, changed and removed; a repeated POST writes twice', async () => {
    const { id, notes } = await someCall((call) => call.notes?.length === 0);
    expect(notes).toEqual([]);
    const note = {
      id: '65f0c0ffee24b0a7d3e91abc',
      user_id: 'maya@example.com',
      content: 'Größe <b>',
      flagged: true,
      created_at: '2026-11-18T17:00:00Z',
    };
    const once = callSchema.parse(await (await write('POST', `/calls/${id}/notes`, note)).json());
    expect(once.notes).toEqual([note]);
    const twice = callSchema.parse(await (await write('POST', `/calls/${id}/notes`, note)).json());
    expect(twice.notes).toEqual([note, note]);
    const path = `/calls/${id}/notes/${note.id}`;
    await write('PATCH', path, { ...note, content: 'better' });
    const [row] = (await all()).filter((call) => call.id === id);
    expect(row?.notes?.map(({ content }) => content)).toEqual(['better', 'better']);
    const gone = callSchema.parse(await (await write('DELETE', path, undefined)).json());
    expect(gone.notes).toEqual([]);
    expect((await write('DELETE', path, undefined)).status).toBe(404);
    expect((await write('PATCH', path, note)).status).toBe(404);
  });

  test('ratings are given and taken back with an empty answer', async () => {
    const { id } = await someCall((call) => call.ratings?.length === 0);
    const rating = { emoji: '🚨', email: 'maya@example.com', created: '2026-11-18T17:00:00Z' };
    const given = await write('PATCH', `/calls/${id}/ratings`, { ...rating, operation: 'add' });
    expect([given.status, await given.text()]).toEqual([200, '']);
    expect((await someCall((call) => call.id === id)).ratings).toEqual([rating]);
    await write('PATCH', `/calls/${id}/ratings`, { ...rating, operation: 'remove' });
    expect((await someCall((call) => call.id === id)).ratings).toEqual([]);
  });

  test('who viewed it is noted once', async () => {
    const { id } = await someCall((call) => call.viewed_by?.length === 0);
    const body = { email: 'maya@example.com' };
    await write('PATCH', `/calls/${id}/viewed`, body);
    const response = await write('PATCH', `/calls/${id}/viewed`, body);
    expect(callSchema.parse(await response.json()).viewed_by).toEqual(['maya@example.com']);
  });

  test.each([
    ['POST', 'notes', {}],
    ['POST', 'notes', { content: 1, user_id: 'x' }],
    ['PATCH', 'ratings', { emoji: '👍', email: 'x', operation: 'add' }],
    ['PATCH', 'ratings', { emoji: '✅', email: 'x', operation: 'toggle' }],
    ['PATCH', 'viewed', {}],
  ])('%s %s with %o is refused', async (method, part, body) => {
    const { id } = await someCall(() => true);
    expect((await write(method, `/calls/${id}/${part}`, body)).status).toBe(400);
  });

  test('a body that is no JSON or too large is refused', async () => {
    const { id } = await someCall(() => true);
    const broken = await ask(`/calls/${id}/viewed`, { method: 'PATCH', body: '{' });
    expect(broken.status).toBe(400);
    const large = await write('POST', `/calls/${id}/notes`, { content: 'x'.repeat(70_000) });
    expect(large.status).toBe(413);
  });

  test('writes can be undone by the switchboard', async () => {
    const { id } = await someCall((call) => call.viewed_by?.length === 0);
    await write('PATCH', `/calls/${id}/viewed`, { email: 'maya@example.com' });
    await control.restoreCalls();
    expect((await someCall((call) => call.id === id)).viewed_by).toEqual([]);
  });
});

describe('transcripts', () => {
  const messageSchema = z.object({
    role: z.enum(['system', 'assistant', 'user', 'tool']),
    content: z.string().min(1),
    start: z.number(),
    end: z.number(),
    tool_calls: z.array(z.object({ id: z.string() })).optional(),
    tool_call_id: z.string().optional(),
  });
  const transcriptSchema = z.object({
    call_id: z.string(),
    start_time: z.int(),
    messages: z.array(messageSchema),
  });
  const transcript = async (id: string) =>
    transcriptSchema.parse(await (await ask(`/calls/${id}/transcript`)).json());

  test('are the same each time, in order, and end with the call', async () => {
    const call = await someCall(({ classification }) => classification?.tag === 'Booked');
    const { call_id, start_time, messages } = await transcript(call.id);
    expect([call_id, start_time]).toEqual([call.id, Math.floor(Date.parse(call.created) / 1000)]);
    expect(await transcript(call.id)).toEqual({ call_id, start_time, messages });
    let before = start_time;
    for (const { start, end } of messages) {
      expect(start).toBeGreaterThanOrEqual(before);
      expect(end).toBeGreaterThanOrEqual(start);
      before = start;
    }
    expect((messages.at(-1)?.end ?? 0) - start_time).toBeCloseTo(call.duration ?? 0, 1);
    const spoken = messages.map(({ content }) => content).join(' ');
    expect(spoken).toContain(`$${Number(call.extraction?.agreed_rate).toLocaleString('en-US')}`);
  });

  test('pair every tool answer with its call', async () => {
    const call = await someCall(({ classification }) => classification?.tag === 'Booked');
    const { messages } = await transcript(call.id);
    const asked = messages.flatMap(({ tool_calls }) => tool_calls?.map(({ id }) => id) ?? []);
    const answered = messages.flatMap(({ tool_call_id }) => tool_call_id ?? []);
    expect(asked.length).toBeGreaterThan(0);
    expect(answered).toEqual(asked);
  });

  test('are what the switchboard gave, until it takes them back', async () => {
    const { id } = await someCall(({ status }) => status === 'Completed');
    const made = await transcript(id);
    await control.setTranscript(id, { odd: true });
    expect(await (await ask(`/calls/${id}/transcript`)).json()).toEqual({ odd: true });
    await control.setTranscript(id, null);
    expect((await ask(`/calls/${id}/transcript`)).status).toBe(404);
    await control.restoreCalls();
    expect(await transcript(id)).toEqual(made);
  });

  test('have every documented field somewhere', async () => {
    const fields = new Set<string>();
    for (const call of await all()) {
      if (!call.transfer_contact_email && !call.extraction?.carrier_ask) continue;
      const answer: unknown = await (await ask(`/calls/${call.id}/transcript`)).json();
      for (const message of listAt(answer, 'messages'))
        for (const field of Object.keys(Object(message))) fields.add(field);
    }
    expect([...fields].toSorted()).toEqual(
      [
        ...['content', 'discard', 'end', 'id', 'interrupted_thoughts', 'is_filler', 'name', 'role'],
        ...['start', 'tool_call_id', 'tool_calls', 'transfer_contact', 'unpreferred_messages'],
      ].toSorted(),
    );
  });

  test('name the person whom a call is handed to', async () => {
    const call = await someCall(({ transfer_contact_email: email }) => !!email);
    const answer: unknown = await (await ask(`/calls/${call.id}/transcript`)).json();
    const [contact] = listAt(answer, 'messages').flatMap((it) => at(it, 'transfer_contact') ?? []);
    expect(contact).toMatchObject({
      type: expect.any(String),
      name: expect.stringMatching(/^[A-Z]/),
      email: call.transfer_contact_email,
      phone: { number: expect.stringMatching(/^\+1\d{10}$/) },
    });
  });

  test('are empty when nobody spoke', async () => {
    const call = await someCall(({ status }) => status === 'No answer');
    expect((await transcript(call.id)).messages).toEqual([]);
  });

  test('exist for every call, odd ones included', async () => {
    for (const call of await all()) await transcript(call.id);
  });
});
