import { expect } from '@playwright/test';
import * as z from 'zod';
import { test } from '@/e2e/support/fixtures';
import {
  callResponseSchema,
  callsResponseSchema,
  problemSchema,
} from '@/lib/call/answers/responses';
import type { Call } from '@/lib/call/call';

const ROW_USE_CASE = z.strictObject({
  id: z.string(),
  name: z.string(),
  model: z.string(),
  language: z.string(),
});

test('GET /api/calls answers with calls, count, limit, offset and meta', async ({
  request,
  demoCalls,
}) => {
  const response = await request.get('/api/calls');
  expect(response.status()).toBe(200);
  expect(response.headers()).toMatchObject({
    'content-type': expect.stringContaining('application/json'),
    'cache-control': 'no-store',
    'x-request-id': expect.stringMatching(/^[\w.-]{8,64}$/),
  });
  const answer = await response.json();
  expect(Object.keys(answer).sort()).toEqual(['calls', 'count', 'limit', 'meta', 'offset']);
  const { calls, count, limit, offset, meta } = callsResponseSchema.parse(answer);
  expect({ count, limit, offset }).toEqual({ count: demoCalls.length, limit: 50, offset: 0 });
  expect(calls.map(({ id }) => id)).toEqual(demoCalls.slice(0, 50).map(({ id }) => id));
  expect(meta).toMatchObject({ source: 'live', stale: false, invalid: [] });
  expect(Math.abs(Date.parse(meta.as_of) - Date.now())).toBeLessThan(60_000);
});

test('a request id that the caller gives comes back', async ({ request }) => {
  const response = await request.get('/api/calls?limit=1', {
    headers: { 'x-request-id': 'from-the-proxy.42' },
  });
  expect(response.headers()['x-request-id']).toBe('from-the-proxy.42');
});

test('rows are light: 50 weigh less than 100 kB, and a use case is four fields', async ({
  request,
}) => {
  const response = await request.get('/api/calls?limit=50');
  const body = await response.body();
  expect(body.length).toBeLessThan(100_000);
  const { calls } = JSON.parse(body.toString());
  expect(calls).toHaveLength(50);
  for (const call of calls) ROW_USE_CASE.parse(call.use_case);
});

test('a row has every documented field of the call as it is upstream', async ({
  request,
  demoCalls,
}) => {
  const response = await request.get('/api/calls?limit=300&statuses=Completed');
  const { calls } = await response.json();
  const originals = new Map(demoCalls.map((call) => [call.id, call]));
  for (const { use_case: _cut, params: _scrubbed, ...row } of calls) {
    const { use_case, params, ...original } = originals.get(row.id) ?? {};
    expect(original).toMatchObject(row);
    expect(Object.keys(row)).toEqual(
      Object.keys(original).filter((key) => key in callResponseSchema.shape),
    );
  }
});

type Case = { name: string; query: string; matches: (call: Call) => boolean };

const created = ({ created }: Call) => Date.parse(created);
const tagsOf = ({ metadata }: Call) => metadata?.tags ?? [];
const emojisOf = ({ ratings }: Call) => (ratings ?? []).map(({ emoji }) => emoji);

/** What each filter means, said once more in plain words. */
function cases(calls: readonly Call[]): Case[] {
  const [from, to] = [calls[3000]?.created ?? '', calls[1000]?.created ?? ''];
  const email = calls.find((call) => call.transfer_contact_email)?.transfer_contact_email ?? '';
  return [
    { name: 'type', query: 'type=Outbound', matches: ({ type }) => type === 'Outbound' },
    {
      name: 'statuses',
      query: 'statuses=Busy,No answer',
      matches: ({ status }) => status === 'Busy' || status === 'No answer',
    },
    {
      name: 'a status nobody documented',
      query: 'statuses=Voicemail left',
      matches: ({ status }) => status === 'Voicemail left',
    },
    {
      name: 'tags',
      query: `tags=${encodeURIComponent('🔥 hot lane,متابعة')}`,
      matches: (call) => tagsOf(call).some((tag) => tag === '🔥 hot lane' || tag === 'متابعة'),
    },
    {
      name: 'a tag of signs that addresses use themselves',
      query: `tags=${encodeURIComponent('a+b&c=d?#/\\')}`,
      matches: (call) => tagsOf(call).includes('a+b&c=d?#/\\'),
    },
    {
      name: 'models',
      query: 'models=gpt-5.2-mini,gemini-3-flash',
      matches: ({ use_case }) =>
        use_case?.model === 'gpt-5.2-mini' || use_case?.model === 'gemini-3-flash',
    },
    {
      name: 'ratings',
      query: `ratings=${encodeURIComponent('👎,🚨')}`,
      matches: (call) => emojisOf(call).some((emoji) => emoji === '👎' || emoji === '🚨'),
    },
    {
      name: 'use_cases',
      query: 'use_cases=66a1f20b9c4d3e001f5a7b01,67025c3f9c4d3e001f5a7b03',
      matches: ({ use_case }) =>
        ['66a1f20b9c4d3e001f5a7b01', '67025c3f9c4d3e001f5a7b03'].includes(use_case?.id ?? ''),
    },
    {
      name: 'campaigns',
      query: 'campaigns=68e0a1009c4d3e001f5a7d01',
      matches: ({ campaign_id }) => campaign_id === '68e0a1009c4d3e001f5a7d01',
    },
    {
      name: 'from and to, both inclusive',
      query: `from=${from}&to=${to}`,
      matches: (call) => created(call) >= Date.parse(from) && created(call) <= Date.parse(to),
    },
    {
      name: 'from with an offset',
      query: `from=${encodeURIComponent(withOffset(from))}`,
      matches: (call) => created(call) >= Date.parse(from),
    },
    {
      name: 'search in the extraction',
      query: 'search=laredo',
      matches: ({ extraction, metadata }) =>
        [JSON.stringify(extraction ?? {}), metadata?.from, metadata?.to]
          .join()
          .toLowerCase()
          .includes('laredo'),
    },
    {
      name: 'search for a number',
      query: 'search=%2B1312555',
      matches: ({ metadata }) => `${metadata?.from} ${metadata?.to}`.includes('+1312555'),
    },
    {
      name: 'transfer_contact_email',
      query: `transfer_contact_email=${encodeURIComponent(email)}`,
      matches: ({ transfer_contact_email }) => transfer_contact_email === email,
    },
    {
      name: 'all at once',
      query: 'type=Inbound&statuses=Completed,Transferred&models=gpt-5.2&search=dallas',
      matches: ({ type, status, use_case, extraction }) =>
        type === 'Inbound' &&
        (status === 'Completed' || status === 'Transferred') &&
        use_case?.model === 'gpt-5.2' &&
        JSON.stringify(extraction ?? {})
          .toLowerCase()
          .includes('dallas'),
    },
  ];
}

function withOffset(utc: string): string {
  return new Date(Date.parse(utc) - 5 * 3_600_000).toISOString().replace('Z', '-05:00');
}

test('every filter finds what plain JavaScript finds', async ({ request, demoCalls }) => {
  for (const { name, query, matches } of cases(demoCalls)) {
    const response = await request.get(`/api/calls?limit=100&${query}`);
    const { count, calls } = await response.json();
    const wanted = demoCalls.filter(matches);
    expect(wanted.length, name).toBeGreaterThan(0);
    expect(count, name).toBe(wanted.length);
    expect(
      calls.map(({ id }: { id: string }) => id),
      name,
    ).toEqual(wanted.slice(0, 100).map(({ id }) => id));
  }
});

test('a relative range is read in the time zone that is given', async ({ request, demoCalls }) => {
  for (const timezone of ['America/Chicago', 'Asia/Tokyo', 'UTC']) {
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, dateStyle: 'short' });
    const yesterday = day.format(Date.now() - 24 * 3_600_000);
    const wanted = demoCalls.filter((call) => day.format(created(call)) === yesterday);
    const response = await request.get(`/api/calls?from=yesterday&timezone=${timezone}&limit=1`);
    expect((await response.json()).count, timezone).toBe(wanted.length);
  }
});

test('sort and offset cut the same list from both ends', async ({ request, demoCalls }) => {
  const oldest = await request.get('/api/calls?sort=asc&limit=3');
  expect((await oldest.json()).calls.map(({ id }: Call) => id)).toEqual(
    demoCalls
      .slice(-3)
      .reverse()
      .map(({ id }) => id),
  );
  const last = await request.get('/api/calls?limit=50&offset=12950');
  expect((await last.json()).calls.map(({ id }: Call) => id)).toEqual(
    demoCalls.slice(12_950).map(({ id }) => id),
  );
});

test('parameters that are wrong or unknown are refused, each by its name', async ({ request }) => {
  const wrong = {
    type: 'Sideways',
    limit: '2001',
    offset: '-1',
    sort: 'up',
    from: '2026-02-30T00:00:00Z',
    to: 'tomorrow',
    timezone: 'Mars/Olympus',
    statuses: '',
    search: ' ',
    colour: 'red',
  };
  const response = await request.get('/api/calls', { params: wrong });
  expect(response.status()).toBe(400);
  expect(response.headers()['content-type']).toBe('application/problem+json');
  expect(response.headers()['cache-control']).toBe('no-store');
  const problem = problemSchema.parse(await response.json());
  expect(problem).toMatchObject({ status: 400, code: 'invalid_request' });
  expect(problem.errors?.map(({ field }) => field).sort()).toEqual(Object.keys(wrong).sort());
});

test('twice the same parameter, and a range that ends before it begins, are refused', async ({
  request,
}) => {
  const twice = await request.get('/api/calls?limit=10&limit=20');
  expect(twice.status()).toBe(400);
  expect((await twice.json()).errors).toEqual([
    { field: 'limit', message: expect.stringContaining('more than once') },
  ]);
  const backwards = await request.get(
    '/api/calls?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z',
  );
  expect(backwards.status()).toBe(400);
  expect((await backwards.json()).errors[0].field).toBe('to');
});

test('GET /api/calls/{id} answers with the whole call', async ({ request, demoCalls }) => {
  const wanted = demoCalls.find(({ costs, notes }) => costs && notes && notes.length > 1);
  const response = await request.get(`/api/calls/${wanted?.id}`);
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toBe('no-store');
  const call = callResponseSchema.parse(await response.json());
  expect(call).toMatchObject({
    id: wanted?.id,
    notes: wanted?.notes,
    costs: wanted?.costs,
    extraction: wanted?.extraction,
    meta: { source: 'live', stale: false },
  });
  expect(call.use_case).toHaveProperty('extract_with_ai');
});

test('a call that does not exist is a 404 problem', async ({ request }) => {
  const response = await request.get('/api/calls/000000000000000000000000');
  expect(response.status()).toBe(404);
  expect(response.headers()['content-type']).toBe('application/problem+json');
  expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'not_found' });
});

test('an id that is none never reaches the upstream', async ({ request, upstream }) => {
  for (const id of ['..%2F..%2Fadmin', 'a%20b', '%00', 'x'.repeat(65)]) {
    const response = await request.get(`/api/calls/${id}`);
    expect([400, 404], id).toContain(response.status());
  }
  expect(await upstream.requests()).toEqual([]);
});

test('GET /api/health says that the process lives', async ({ request }) => {
  const response = await request.get('/api/health');
  expect(response.status()).toBe(200);
  expect(await response.json()).toEqual({ status: 'ok' });
});

test('an address under /api where nothing is answers with a problem', async ({ request }) => {
  for (const path of ['/api', '/api/nothing', '/api/calls/x/y/z']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(404);
    expect(response.headers()['content-type'], path).toBe('application/problem+json');
    expect(problemSchema.parse(await response.json()).code, path).toBe('not_found');
  }
  expect((await request.post('/api/calls', { data: {} })).status()).toBe(405);
});

test('the problem of a failing upstream has its code and status', async ({ request, upstream }) => {
  const table = [
    [{ kind: 'status', status: 401 }, 502, 'upstream_unauthorized'],
    [{ kind: 'status', status: 403 }, 502, 'upstream_forbidden'],
    [{ kind: 'html' }, 502, 'upstream_invalid_response'],
    [{ kind: 'redirect' }, 502, 'upstream_invalid_response'],
    [{ kind: 'truncated' }, 502, 'upstream_invalid_response'],
  ] as const;
  for (const [fault, status, code] of table) {
    await upstream.setFaults(fault);
    const response = await request.get('/api/calls');
    expect(response.status(), code).toBe(status);
    const problem = problemSchema.parse(await response.json());
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).not.toMatch(/127\.0\.0\.1|\bat .*:\d+:\d+|node_modules/);
  }
});

test('the wait of a rate limit is in the header and in the problem', async ({
  request,
  upstream,
}) => {
  await upstream.setFaults({ kind: 'status', status: 429, headers: { 'retry-after': '77' } });
  const response = await request.get('/api/calls');
  expect(response.status()).toBe(429);
  expect(response.headers()['retry-after']).toBe('77');
  expect(problemSchema.parse(await response.json())).toMatchObject({
    code: 'upstream_rate_limited',
    retry_after: 77,
  });
});

test('when the browser goes away the upstream request is given up', async ({
  servers,
  upstream,
}) => {
  await upstream.setFaults({ kind: 'hang' });
  const leaving = new AbortController();
  const asked = fetch(`${servers.url}/api/calls?search=somebody-who-leaves`, {
    signal: leaving.signal,
  }).catch((error: Error) => error.name);
  await expect.poll(async () => (await upstream.requests()).length).toBe(1);
  leaving.abort();
  expect(await asked).toBe('AbortError');
  // Sooner than the timeout of the upstream request, so that it was not that.
  await expect
    .poll(async () => (await upstream.requests()).map(({ aborted }) => aborted), { timeout: 2000 })
    .toEqual([true]);
});
