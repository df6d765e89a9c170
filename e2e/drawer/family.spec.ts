import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  drawer,
  expectCount,
  expectParameter,
  parameter,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { SAME_ORIGIN } from '@/e2e/support/reviewing';
import { failedAnswer } from '@/e2e/support/trouble';
import type { Call } from '@/lib/call/call';

test.use({ sync: true, alone: 'family' });

const CUSTOMER = '+12025550177';
const DESK = '+13125550100';

const section = (page: Page) =>
  drawer(page)
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Other attempts' }) });
const attempts = (page: Page) => section(page).getByRole('list', { name: /^Attempts/ });
const together = (page: Page) => section(page).getByRole('table', { name: 'Attempts together' });

/** Three attempts linked to each other and one call back, an hour apart, the last one an hour ago. */
function attemptsAt(now: number): Record<string, unknown>[] {
  const call = (place: number, fields: Record<string, unknown>) => ({
    id: `fa0000000000000000000${String(place).padStart(3, '0')}`,
    type: 'Outbound',
    status: 'No answer',
    created: new Date(now - (5 - place) * 3_600_000).toISOString(),
    metadata: { from: DESK, to: CUSTOMER },
    ...fields,
  });
  const id = (place: number) => call(place, {}).id;
  return [
    call(1, { duration: 30, costs: { total_costs: 0.02 } }),
    call(2, { duration: 60, costs: { total_costs: 0.03 }, parent_call_id: id(1) }),
    call(3, {
      parent_call_id: id(2),
      status: 'Completed',
      classification: { tag: '<b>Booked</b> تم' },
      ratings: [{ emoji: '🚨' }],
    }),
    call(4, { type: 'Inbound', metadata: { from: CUSTOMER, to: DESK }, costs: { total_costs: 1 } }),
  ];
}

const idOf = (place: number) => `fa000000000000000000000${place}`;

/** The index has read them when a list that only it can answer has them. */
async function indexed(page: Page, calls: Record<string, unknown>[]) {
  await page.request.post('/api/sync', { headers: SAME_ORIGIN });
  for (const { id } of calls)
    await expect
      .poll(async () => (await (await page.request.get(`/api/calls?family=${id}`)).json()).count, {
        timeout: 30_000,
      })
      .toBeGreaterThan(0);
}

test('a call shows its other attempts, each and all together, and leads to them', async ({
  page,
  upstream,
  servers,
}) => {
  const calls = attemptsAt(servers.now);
  await upstream.insertCalls(...calls);
  await indexed(page, calls);
  await visit(page, `?call=${idOf(2)}`);

  await expect(attempts(page).getByRole('listitem')).toHaveCount(4);
  const marked = attempts(page).locator('[aria-current]');
  await expect(marked).toHaveCount(1);
  await expect(marked).toContainText('This call');
  await expect(marked).toContainText('1:00');
  const third = attempts(page).getByRole('listitem').nth(1);
  await expect(third).toContainText('Completed');
  await expect(third).toContainText('<b>Booked</b> تم');
  await expect(third).toContainText('🚨');
  await expect(third).toContainText('no cost');

  await expect(together(page).getByRole('row', { name: /Linked/ })).toContainText(
    /3\s*1\.5\s*\$0\.0500/,
  );
  await expect(together(page).getByRole('row', { name: /Linked/ })).toContainText(
    '1 call without a cost',
  );
  await expect(together(page).getByRole('row', { name: /Others with/ })).toContainText('$1.0000');
  await expect(together(page).getByRole('row', { name: /All together/ })).toContainText('$1.0500');

  await attempts(page).getByRole('listitem').nth(0).getByRole('link').click();
  await expectParameter(page, 'call', idOf(4));
  await expect(attempts(page).locator('[aria-current]')).toContainText('$1.0000');
  await page.goBack();
  await expectParameter(page, 'call', idOf(2));

  await section(page).getByRole('link', { name: 'Show as list: linked calls' }).click();
  await expectParameter(page, 'family', idOf(2));
  await expect(drawer(page)).toBeHidden();
  await expectCount(page, 3);
  expect(await callIds(page)).toEqual([idOf(3), idOf(2), idOf(1)]);

  await table(page).getByRole('link').first().click();
  await section(page)
    .getByRole('link', { name: /Show as list: calls with this number/ })
    .click();
  await expectParameter(page, 'search', CUSTOMER);
  expect(parameter(page, 'family')).toBeNull();
  await expectCount(page, 4);
});

test('an index that fails is no absence of other attempts', async ({
  page,
  demoCalls,
  trouble,
}) => {
  trouble.expect(failedAnswer(503));
  const { id } = demoCalls[3] ?? {};
  const problem = {
    type: 'about:blank',
    title: 'The index is not available',
    status: 503,
    detail: 'The disk that DATA_DIR is on is full.',
    code: 'index_unavailable',
  };
  await page.route(`**/api/calls/${id}/related`, (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', json: problem }),
  );
  await visit(page, `?call=${id}`);
  await expect(section(page).getByRole('alert')).toContainText(
    'The disk that DATA_DIR is on is full.',
  );
  await expect(section(page)).not.toContainText('no call');
  await page.unroute(`**/api/calls/${id}/related`);
  await section(page).getByRole('button', { name: 'Try again' }).click();
  await expect(section(page).getByRole('alert')).toBeHidden();
});

test('a call alone says so, and by keyboard the attempts are reached', async ({
  page,
  demoCalls,
}) => {
  const alone = demoCalls.find(({ type, metadata }) => type === 'Inbound' && !metadata?.from);
  await visit(page, `?call=${alone?.id}`);
  await expect(section(page)).toContainText('The other side has no number to look for.');

  const repeated = demoCalls.find((call: Call) => call.parent_call_id);
  await visit(page, `?call=${repeated?.id}`);
  await expect(attempts(page)).toBeVisible();
  const link = attempts(page).getByRole('link').first();
  await link.focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => parameter(page, 'call')).not.toBe(repeated?.id);
  await expect(drawer(page)).toBeVisible();
  await expect(attempts(page).locator('[aria-current]')).toBeVisible();
  await expectAccessible(page, '[role=dialog]');
});

test('the answer tells true totals and refuses what it does not know', async ({
  page,
  demoCalls,
}) => {
  const busiest = demoCalls.find(({ id }) => id === demoCalls[13]?.id);
  const answer = await (await page.request.get(`/api/calls/${busiest?.id}/related`)).json();
  expect(answer.family.length).toBeLessThanOrEqual(50);
  expect(answer.same_number.length).toBeLessThanOrEqual(50);
  const { family, same_number, all } = answer.totals;
  expect(all.calls).toBe(family.calls + same_number.calls);
  expect((await page.request.get('/api/calls/nobody/related')).status()).toBe(404);
  expect((await page.request.get(`/api/calls/${busiest?.id}/related?x=1`)).status()).toBe(400);
});
