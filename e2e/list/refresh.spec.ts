import { expect, type Page } from '@playwright/test';
import { callIds, expectCount, paging, row, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import type { Call } from '@/lib/call/call';

const notice = (page: Page) => page.getByRole('status').filter({ hasText: /new calls?|changed/ });

function newer(like: Call | undefined, id: string, more: Partial<Call> = {}) {
  return { ...like, id, created: new Date(Date.now() - 1000).toISOString(), ...more };
}

async function everyFifteenSeconds(page: Page) {
  await page.getByRole('combobox', { name: 'Auto-refresh' }).selectOption('15 s');
}

test('new calls are announced, and come in when they are asked for', async ({
  page,
  upstream,
  demoCalls,
}) => {
  await page.clock.install();
  await visit(page);
  await everyFifteenSeconds(page);
  const before = await callIds(page);
  await upstream.insertCalls(newer(demoCalls[20], 'e2e-first'), newer(demoCalls[21], 'e2e-second'));
  await page.clock.runFor(16_000);
  await expect(notice(page)).toContainText('2 new calls');
  expect(await callIds(page)).toEqual(before);
  await expectCount(page, 12_993);

  await notice(page).getByRole('button', { name: 'Show' }).click();
  await expectCount(page, 12_995);
  expect((await callIds(page)).slice(2)).toEqual(before.slice(0, 48));
  expect((await callIds(page)).slice(0, 2).sort()).toEqual(['e2e-first', 'e2e-second']);
  await expect(notice(page)).toBeHidden();
});

test('a call that changed is renewed where it stands', async ({ page, upstream, demoCalls }) => {
  const call = demoCalls.slice(0, 20).find(({ status }) => status === 'In progress');
  await page.clock.install();
  await visit(page);
  await everyFifteenSeconds(page);
  const before = await callIds(page);
  const place = before.indexOf(call?.id ?? '');
  await expect(row(page, place)).toContainText('In progress');
  await upstream.insertCalls({ ...call, status: 'Completed', duration: 75 });
  await page.clock.runFor(16_000);
  await expect(row(page, place)).toContainText('Completed');
  await expect(row(page, place)).toContainText('1:15');
  expect(await callIds(page)).toEqual(before);
  await expect(notice(page)).toBeHidden();
});

test('without auto-refresh nobody asks again', async ({ page, upstream, demoCalls }) => {
  await page.clock.install();
  await visit(page, '?limit=2000');
  await upstream.clearRequests();
  await upstream.insertCalls(newer(demoCalls[0], 'e2e-unseen'));
  await page.clock.runFor(300_000);
  expect(await upstream.requests()).toEqual([]);
  await expectCount(page, 12_993);
});

test('"Refresh" reads the list again', async ({ page, upstream, demoCalls }) => {
  await visit(page);
  await expectCount(page, 12_993);
  await upstream.insertCalls(newer(demoCalls[0], 'e2e-fresh'));
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expectCount(page, 12_994);
  await expect(row(page, 0)).toHaveAttribute('data-call', 'e2e-fresh');
});

test('on a later page "Show" leads to the first one', async ({ page, upstream, demoCalls }) => {
  await page.clock.install();
  await visit(page, '?offset=50');
  await everyFifteenSeconds(page);
  await upstream.insertCalls(newer(demoCalls[0], 'e2e-far'));
  await page.clock.runFor(16_000);
  await notice(page).getByRole('button', { name: 'Show' }).click();
  await expect(paging(page)).toContainText('1–50 of 12,994');
  await expect(row(page, 0)).toHaveAttribute('data-call', 'e2e-far');
});

test('a look that fails says so and leaves the rows alone', async ({ page, upstream, trouble }) => {
  trouble.expect(/console error: .*status of 502\b.*\/api\/calls/);
  await page.clock.install();
  await visit(page);
  await everyFifteenSeconds(page);
  const before = await callIds(page);
  await upstream.setFaults({ kind: 'status', status: 401 });
  await page.clock.runFor(16_000);
  const told = page.getByRole('status').filter({ hasText: 'You see the calls as they were' });
  await expect(told).toContainText('HappyRobot refused the API key');
  expect(await callIds(page)).toEqual(before);
  await upstream.clearFaults();
  await page.clock.runFor(16_000);
  await expect(told).toBeHidden();
});

test('auto-refresh is remembered', async ({ page }) => {
  await visit(page);
  await page.getByRole('combobox', { name: 'Auto-refresh' }).selectOption('60 s');
  await page.goto('/calls');
  await expect(page.getByRole('combobox', { name: 'Auto-refresh' })).toHaveValue('60');
});
