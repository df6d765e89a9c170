import { type APIResponse, request as client, expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';
import { SAME_ORIGIN } from '@/e2e/support/reviewing';
import { startDashboard } from '@/e2e/support/servers';

const ID = '000000000000000000000000';
const CHANGES = [
  ['POST', '/api/sync'],
  ['POST', '/api/session'],
  ['DELETE', '/api/session'],
  ['POST', `/api/calls/${ID}/notes`],
  ['PATCH', `/api/calls/${ID}/notes/1`],
  ['DELETE', `/api/calls/${ID}/notes/1`],
  ['PATCH', `/api/calls/${ID}/ratings`],
  ['PATCH', `/api/calls/${ID}/viewed`],
  ['POST', '/api/nothing'],
] as const;

async function expectProblem(answer: APIResponse, status: number, code: string) {
  expect(answer.headers()['content-type']).toBe('application/problem+json');
  expect(await answer.json()).toMatchObject({ status, code });
  expect(answer.status()).toBe(status);
}

test('what changes something is refused to other sites and to whoever does not say', async ({
  request,
  upstream,
  servers: { url },
}) => {
  const foreign: Record<string, string>[] = [
    {},
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { 'sec-fetch-site': 'cross-site', origin: url },
    { 'sec-fetch-site': 'same-site' },
  ];
  for (const [method, path] of CHANGES)
    for (const headers of foreign)
      await expectProblem(
        await request.fetch(path, { method, headers, data: {} }),
        403,
        'cross_site_request',
      );
  const written = await upstream.requests();
  expect(written.filter(({ method }) => method !== 'GET')).toEqual([]);
  for (const headers of [{ origin: url }, SAME_ORIGIN])
    expect((await request.post('/api/sync', { headers })).status()).toBe(200);
});

test('a query ends at 12 kB and a search at 200 characters', async ({ request }) => {
  for (const path of ['/api/calls', '/api/facets', '/api/costs', '/api/calls/export'])
    await expectProblem(
      await request.get(`${path}?format=csv&search=${'x'.repeat(12 * 1024)}`),
      400,
      'invalid_request',
    );
  const search = async (text: string) =>
    request.get(`/api/calls?limit=1&search=${encodeURIComponent(text)}`);
  await expectProblem(await search('x'.repeat(201)), 400, 'invalid_request');
  expect((await search('я'.repeat(200))).status()).toBe(200);
});

test('a search is text, never a pattern', async ({ request }) => {
  for (const text of ['.*', '%', '_', '(a+)+$', '[', '\\', "'"]) {
    const query = `search=${encodeURIComponent(text)}&sort_by=duration`;
    const answer = await request.get(`/api/calls?${query}`);
    expect(answer.status(), text).toBe(200);
    const { count, calls } = await answer.json();
    if (count > 0)
      expect(JSON.stringify(calls[0]), text).toContain(JSON.stringify(text).slice(1, -1));
  }
});

test('a page to sign in has its share as the API has', async ({ servers: { upstreamUrl } }) => {
  const dashboard = await startDashboard(upstreamUrl, { env: { REQUESTS_PER_MINUTE: '60' } });
  const context = await client.newContext({ baseURL: dashboard.url });
  try {
    const ask = () => context.get('/login', { maxRedirects: 0 });
    const answers = await Promise.all(Array.from({ length: 200 }, ask));
    expect(answers.some((answer) => answer.status() !== 429)).toBe(true);
    const late = answers.find((answer) => answer.status() === 429);
    if (!late) throw new Error('All were answered.');
    await expectProblem(late, 429, 'too_many_requests');
    expect(Number(late.headers()['retry-after'])).toBeGreaterThan(0);
  } finally {
    await context.dispose();
    await dashboard.stop();
  }
});

test('without sign-in what comes by a proxy is refused, unless it is demo data', async ({
  servers: { upstreamUrl },
}) => {
  for (const [demo, status] of [
    ['', 403],
    ['1', 200],
  ] as const) {
    const dashboard = await startDashboard(upstreamUrl, { env: { CALLSCOPE_DEMO: demo } });
    const context = await client.newContext({ baseURL: dashboard.url });
    try {
      expect((await context.get('/api/health')).status()).toBe(200);
      for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip'])
        for (const path of ['/calls', '/api/calls?limit=1']) {
          const answer = await context.get(path, { headers: { [name]: '203.0.113.7' } });
          expect(answer.status(), `${name} ${path}`).toBe(status);
          if (status === 403) expect((await answer.json()).detail).toContain('AUTH_MODE=password');
        }
    } finally {
      await context.dispose();
      await dashboard.stop();
    }
  }
});

test('each address has its share, exports one of their own, and made-up addresses do not help', async ({
  servers: { upstreamUrl },
}) => {
  const env = { REQUESTS_PER_MINUTE: '60', TRUSTED_PROXIES: '1' };
  const dashboard = await startDashboard(upstreamUrl, { env });
  const context = await client.newContext({ baseURL: dashboard.url });
  const from = (forwarded: string, path = '/api/health') =>
    context.get(path, { headers: { 'x-forwarded-for': forwarded } });
  const statuses = async (count: number, ask: (each: number) => Promise<APIResponse>) =>
    Promise.all(Array.from({ length: count }, async (_, each) => (await ask(each)).status()));
  try {
    // A share fills while a slow machine answers: so many more than it holds that it runs out all the same.
    const flood = await statuses(400, (each) => from(`198.51.100.${each % 256}, 203.0.113.1`));
    expect(flood.filter((status) => status === 200).length).toBeGreaterThanOrEqual(150);
    expect(flood.filter((status) => status === 429).length).toBeGreaterThan(20);
    const refused = await statuses(40, () => from('203.0.113.1'));
    expect(refused).toContain(429);
    expect((await from('203.0.113.2')).status()).toBe(200);

    const exports = await statuses(15, () =>
      from('203.0.113.3', '/api/calls/export?format=csv&limit=x'),
    );
    expect(exports.filter((status) => status === 429).length).toBeGreaterThan(2);
    expect((await from('203.0.113.3')).status()).toBe(200);
    const late = await from('203.0.113.3', '/api/calls/export?format=csv&limit=x');
    await expectProblem(late, 429, 'too_many_requests');
    expect(Number(late.headers()['retry-after'])).toBeGreaterThan(0);
  } finally {
    await context.dispose();
    await dashboard.stop();
  }
});
