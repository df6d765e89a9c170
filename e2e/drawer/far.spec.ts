import { expect } from '@playwright/test';
import { drawer, expectCount, expectParameter, row, table, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** A call opened by a link that is not on the page of the list on screen. */

test.use({ sync: true });

const next = 'Next call';
const previous = 'Previous call';

test('its place is said, and walking goes on from there; the page follows', async ({
  page,
  demoCalls,
}) => {
  await visit(page, `?call=${demoCalls[3203]?.id}`);
  await expect(drawer(page)).toContainText('3,204 of 12,993');
  await drawer(page).getByRole('button', { name: next }).click();
  await expectParameter(page, 'call', demoCalls[3204]?.id ?? '');
  await expectParameter(page, 'offset', '3200');
  await expect(drawer(page)).toContainText('3,205 of 12,993');
  await expect(row(page, 4)).toHaveAttribute('data-call', demoCalls[3204]?.id ?? '');
  await page.goBack();
  await expect(drawer(page)).toContainText('3,204 of 12,993');
  await page.keyboard.press('k');
  await expectParameter(page, 'call', demoCalls[3202]?.id ?? '');
});

test('over the borders of pages, in another order', async ({ page, demoCalls }) => {
  const all = demoCalls.filter(({ status }) => status === 'Completed').toReversed();
  await visit(page, `?statuses=Completed&sort=asc&limit=25&call=${all[99]?.id}`);
  await expect(drawer(page)).toContainText(`100 of ${all.length.toLocaleString('en-US')}`);
  await page.keyboard.press(']');
  await expectParameter(page, 'call', all[100]?.id ?? '');
  await expectParameter(page, 'offset', '100');
  await visit(page, `?statuses=Completed&sort=asc&limit=25&call=${all[100]?.id}`);
  await drawer(page).getByRole('button', { name: previous }).click();
  await expectParameter(page, 'call', all[99]?.id ?? '');
  await expectParameter(page, 'offset', '75');
});

test('a call that does not match is not in the list, and there is no way on', async ({
  page,
  demoCalls,
}) => {
  const call = demoCalls.find(({ status }) => status === 'Completed');
  await visit(page, `?statuses=Busy&call=${call?.id}`);
  await expect(drawer(page)).toContainText('Not in this list');
  for (const name of [previous, next])
    await expect(drawer(page).getByRole('button', { name })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  await page.keyboard.press('j');
  await expectParameter(page, 'call', call?.id ?? '');
  await expect(table(page)).toBeVisible();
});

test('the first and the last of the list have one neighbor', async ({ page, demoCalls }) => {
  await visit(page, `?offset=50&call=${demoCalls[0]?.id}`);
  await expectCount(page, 12_993);
  await expect(drawer(page)).toContainText('1 of 12,993');
  await expect(drawer(page).getByRole('button', { name: previous })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await visit(page, `?call=${demoCalls.at(-1)?.id}`);
  await expect(drawer(page)).toContainText('12,993 of 12,993');
  await expect(drawer(page).getByRole('button', { name: next })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});
