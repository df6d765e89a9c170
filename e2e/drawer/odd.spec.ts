import { expect } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { callIds, expectCount, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** An account in which every call deviates from the documentation in some way. */

test.use({ alone: 'odd' });

test.beforeEach(async ({ upstream }) => {
  test.slow();
  await upstream.setOdd(true);
});

test.afterEach(async ({ upstream }) => {
  await upstream.setOdd(false);
});

test('every call is listed, opened and says what could not be understood', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await expectCount(page, 12_993);
  expect(await callIds(page)).toEqual(demoCalls.slice(0, 50).map(({ id }) => id));
  await expect(page.getByText(/could not be read/)).toBeHidden();
  await expectAccessible(page);

  const answer = await (await page.request.get('/api/calls?limit=50')).json();
  expect(answer.meta.invalid).toEqual([]);
  const [first] = answer.meta.odd;
  await visit(page, `?call=${first.id}`);
  const drawer = page.getByRole('dialog').first();
  await expect(drawer).toContainText(/fields? could not be understood/);
  await expect(drawer).toContainText(first.fields[0]);
  await expectAccessible(page);

  await drawer.getByRole('tab', { name: 'Raw' }).click();
  await expect(drawer.locator('pre')).toContainText(first.id);
  await expect(drawer.locator('pre')).not.toContainText('callscope');
});

test('every call is exported, and what is odd is counted', async ({ page, servers, demoCalls }) => {
  const pages = [0, 2000];
  for (const offset of pages) await page.request.get(`/api/calls?limit=2000&offset=${offset}`);
  await expect
    .poll(async () => (await (await fetch(`${servers.url}/api/facets`)).json()).count, {
      timeout: 30_000,
    })
    .toBeGreaterThanOrEqual(4000);
  const file = await page.request.get('/api/calls/export?format=jsonl');
  const ids = (await file.text())
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line).id);
  const shown = demoCalls.slice(0, 4000).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(shown));
  const { odd_fields, rejected } = await (await page.request.get('/api/sync')).json();
  expect(rejected.count).toBe(0);
  expect(odd_fields.map(({ path }: { path: string }) => path)).toEqual(
    expect.arrayContaining(['costs', 'type', 'notes.id', 'metadata.tags']),
  );
});
