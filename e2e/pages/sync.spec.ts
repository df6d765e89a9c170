import { expect, type Page } from '@playwright/test';
import { visit } from '@/e2e/support/calls-page';
import { test as base } from '@/e2e/support/fixtures';
import { SAME_ORIGIN } from '@/e2e/support/reviewing';
import { type Servers, startServers } from '@/e2e/support/servers';

const test = base.extend<object, { servers: Servers }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const servers = await startServers({ sync: true });
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

const indicator = (page: Page) => page.getByRole('button', { name: /^Index/ });
const details = (page: Page) => page.getByRole('dialog', { name: 'Index' });

/** Waits until the index holds so many calls. */
async function filled(page: Page, count = 12_993): Promise<void> {
  await expect
    .poll(async () => (await (await page.request.get('/api/sync')).json()).indexed, {
      timeout: 40_000,
    })
    .toBe(count);
}

/** What the sync does, after being asked to be quick (`post`) or not. */
async function stateAfter(page: Page, method: 'get' | 'post'): Promise<string> {
  const answer = await page.request[method]('/api/sync', { headers: SAME_ORIGIN });
  return (await answer.json()).state;
}

test('GET /api/sync tells how far and how old the index is', async ({ page }) => {
  await filled(page);
  const answer = await page.request.get('/api/sync');
  expect(answer.headers()['cache-control']).toBe('no-store');
  expect(await answer.json()).toMatchObject({
    state: 'idle',
    indexed: 12_993,
    upstream_count: 12_993,
    progress: null,
    last_error: null,
    unknown_fields: ['experimental', 'recording_urls', 'sentiment'],
  });
  expect((await page.request.get('/api/sync?x=1')).status()).toBe(400);
  expect((await page.request.post('/api/sync', { headers: SAME_ORIGIN })).status()).toBe(200);
});

test('facets come from the index, which says how much it covers', async ({ page }) => {
  await filled(page);
  const { meta } = await (await page.request.get('/api/facets')).json();
  expect(meta).toMatchObject({
    source: 'index',
    as_of: expect.any(String),
    coverage: { complete: true, indexed: 12_993, upstream_count: 12_993 },
  });
});

test('the indicator says it in one line, the details on click', async ({ page }) => {
  await filled(page);
  await visit(page);
  await expect(indicator(page)).toHaveAccessibleName(/^Index: 12,993 calls, \d+ s old$/);
  await indicator(page).focus();
  await page.keyboard.press('Enter');
  await expect(details(page)).toContainText('12,993 calls kept beside HappyRobot. Up to date.');
  await expect(details(page)).toContainText('New fields');
  await page.keyboard.press('Escape');
  await expect(details(page)).toBeHidden();
  await expect(indicator(page)).toBeFocused();
});

test('"Refresh now" finds what is new; what cannot be read is kept aside and told', async ({
  page,
  upstream,
}) => {
  await filled(page);
  await visit(page);
  await indicator(page).click();
  const now = new Date().toISOString();
  const call = { id: 'e2e0000000000000000000aa', type: 'Inbound', status: 'Completed' };
  await upstream.insertCalls(
    { ...call, created: now },
    { ...call, id: 'e2e without a usable id', created: now },
  );
  await details(page).getByRole('button', { name: 'Refresh now' }).click();
  await expect(details(page)).toContainText('12,994 calls');
  await expect(details(page)).toContainText('e2e without a usable id');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByRole('dialog', { name: 'Export calls' })).toContainText(
    '1 record that could not be read',
  );
  await upstream.restoreCalls();
});

test('a failure is told, and is over when it is over', async ({ page, upstream }) => {
  await expect.poll(() => stateAfter(page, 'get'), { timeout: 40_000 }).toBe('idle');
  await visit(page);
  await upstream.setFaults({ kind: 'status', status: 503 });
  await indicator(page).click();
  await details(page).getByRole('button', { name: 'Refresh now' }).click();
  await expect(details(page)).toContainText('The last attempt failed', { timeout: 20_000 });
  await expect(details(page)).toContainText('HappyRobot answered with status 503.');
  await expect(indicator(page)).toHaveAccessibleName(/with an error$/);
  await upstream.clearFaults();
  await expect
    .poll(() => stateAfter(page, 'post'), { timeout: 30_000, intervals: [1_000] })
    .toBe('idle');
});

test('the first reading shows how far it is', async ({ page }) => {
  const status = {
    state: 'backfilling',
    indexed: 6_000,
    upstream_count: 12_993,
    oldest: '2026-09-30T23:23:52.155Z',
    newest: '2026-11-24T22:59:57.000Z',
    last_success: '2026-11-24T23:16:34.240Z',
    progress: { done: 6_000, total: 12_993, rate: 1_500.25, seconds_left: 125 },
    last_error: null,
    rejected: { count: 0, recovered: 0, latest: [] },
    missing: 0,
    suspicion: null,
    transcripts: { state: 'waiting', read: 0, without: 0, rate: null, last_error: null },
    unknown_fields: [],
    odd_fields: [
      {
        path: 'costs.voip',
        calls: 3,
        example: '64b7f0c2a1d3e4f5a6b7c8d9',
        since: '2026-11-24T22:59:57.000Z',
      },
    ],
    ignored_filters: ['tags', 'sort'],
  };
  await page.route('**/api/sync', (route) => route.fulfill({ json: status }));
  await visit(page);
  await expect(indicator(page)).toHaveAccessibleName('Index: 6,000 calls, 46%');
  await indicator(page).click();
  await expect(page.getByRole('progressbar', { name: 'Calls read' })).toBeVisible();
  await expect(details(page)).toContainText('6,000 of 12,993');
  await expect(details(page)).toContainText('1,500 a second');
  await expect(details(page)).toContainText('about 2 min left');
  await expect(details(page)).toContainText('HappyRobot ignores these filters: tags, order.');
  const odd = details(page).getByRole('listitem').filter({ hasText: 'costs.voip' });
  await expect(odd).toContainText('3 calls');
  await expect(odd.getByRole('link', { name: 'see one' })).toHaveAttribute(
    'href',
    '/calls?call=64b7f0c2a1d3e4f5a6b7c8d9',
  );
});
