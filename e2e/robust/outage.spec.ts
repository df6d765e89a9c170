import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  drawer,
  expectCount,
  facet,
  paging,
  row,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';

/** HappyRobot is away, and the index, which has read everything, stands in for it. */

test.use({ sync: true });

const DOWN = { kind: 'status', status: 503 } as const;
const notice = (page: Page) =>
  page.getByRole('status').filter({ hasText: 'HappyRobot cannot be reached' });

test('lists and calls go on, say how old they are, and recover', async ({
  page,
  upstream,
  demoCalls,
  request,
  trouble,
}) => {
  // The open call asks for its recording, unless it is closed before.
  trouble.allow(failedAnswer(502, '/recording'));
  const before = Date.now();
  await upstream.setFaults(DOWN);
  await visit(page);
  await expect(notice(page)).toContainText(
    /no answer since [A-Z][a-z]{2} \d+, \d\d:\d\d:\d\d\. You/,
  );
  await expect(notice(page)).toContainText(
    /the calls that the index knows, as of [A-Z][a-z]{2}, [A-Z][a-z]{2} \d.* \((now|\d+ min ago)\)/,
  );
  const awaySince = async () => (await (await request.get('/api/calls')).json()).meta.away_since;
  const since = await awaySince();
  expect(Date.parse(since)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(since)).toBeLessThanOrEqual(Date.now());
  expect(await awaySince(), 'the first failure, not the last').toBe(since);
  await expectCount(page, 12_993);
  expect(await callIds(page)).toEqual(demoCalls.slice(0, 50).map(({ id }) => id));

  await paging(page).getByRole('button', { name: 'Last page' }).click();
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[12_950]?.id ?? '');
  await row(page, 0).getByRole('link').click();
  await drawer(page).getByRole('tab', { name: 'Raw' }).click();
  await expect(drawer(page).getByRole('tabpanel')).toContainText('"extract_with_ai"');
  await expect(drawer(page).getByRole('tabpanel')).not.toContainText('whsec_demo');
  await page.keyboard.press('Escape');

  await upstream.clearFaults();
  // A breaker that opened meanwhile lets the next question through after some seconds.
  await expect(async () => {
    await notice(page).getByRole('button', { name: 'Try again' }).click();
    await expect(notice(page)).toBeHidden({ timeout: 2_000 });
  }).toPass({ timeout: 40_000 });
  await expectCount(page, 12_993);
});

test('filters and counts work as before', async ({ page, upstream, demoCalls }) => {
  await upstream.setFaults(DOWN);
  await visit(page, '?type=Inbound');
  await expect(notice(page)).toBeVisible();
  await facet(page, 'Status').getByRole('checkbox', { name: 'Transferred', exact: true }).check();
  const left = demoCalls.filter(
    ({ type, status }) => type === 'Inbound' && status === 'Transferred',
  );
  await expectCount(page, left.length);
});

test('what HappyRobot cannot be asked is no outage', async ({ page, demoCalls }) => {
  await visit(page, '?sort_by=duration&not_statuses=Completed');
  const left = demoCalls.filter(({ status }) => status !== 'Completed');
  await expectCount(page, left.length);
  await expect(notice(page)).toBeHidden();
  await expect(table(page).getByRole('columnheader', { name: 'Duration' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
});

test('a refused key is told even where the index could answer', async ({ page, upstream }) => {
  await upstream.setFaults({ kind: 'status', status: 401 });
  await visit(page);
  await expect(page.locator('main').getByRole('alert')).toContainText(
    'HappyRobot refused the API key',
  );
});

test('the notice is accessible', async ({ page, upstream }) => {
  await upstream.setFaults(DOWN);
  await visit(page);
  await expect(notice(page)).toBeVisible();
  await expectAccessible(page);
});
