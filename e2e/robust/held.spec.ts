import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { callIds, expectCount, facet, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** HappyRobot ignores what a list is asked for, and the index, which has read everything, answers in its place. */

test.use({ sync: true, alone: 'held' });

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'HappyRobot ignores' });

test('a list is right although its filter is ignored, and the page and the sync panel say so', async ({
  page,
  upstream,
  demoCalls,
}) => {
  await upstream.setFaults({ kind: 'ignores', parameters: ['statuses'] });
  await visit(page);
  await expectCount(page, 12_993);
  await expect(notice(page)).toBeHidden();
  await facet(page, 'Status').getByRole('checkbox', { name: 'Transferred', exact: true }).check();
  const right = demoCalls.filter(({ status }) => status === 'Transferred');
  await expectCount(page, right.length);
  expect(await callIds(page)).toEqual(right.slice(0, 50).map(({ id }) => id));
  await expect(notice(page)).toContainText(
    /HappyRobot ignores this filter: status\. You see the calls that the index knows, as of .*\((now|\d+ min ago)\)/,
  );
  await expectAccessible(page);

  await page.getByRole('button', { name: /^Index/ }).click();
  await expect(page.getByRole('dialog', { name: 'Index' })).toContainText(
    'HappyRobot ignores this filter: status. The index answers such lists.',
  );
});

test('an order that is ignored is right all the same', async ({ page, upstream, demoCalls }) => {
  await upstream.setFaults({ kind: 'ignores', parameters: ['sort'] });
  await visit(page, '?sort=asc');
  await expectCount(page, 12_993);
  const right = demoCalls.slice(-50).reverse();
  expect(await callIds(page)).toEqual(right.map(({ id }) => id));
  await expect(notice(page)).toContainText('HappyRobot ignores this filter: order.');
});
