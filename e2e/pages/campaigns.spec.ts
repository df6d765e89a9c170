import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { chips, drawer, facet, visit } from '@/e2e/support/calls-page';
import { figure, monthBefore, settled, visitCosts } from '@/e2e/support/costs-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';

test.use({ sync: true, alone: 'campaigns' });

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Name campaigns' });
const open = (page: Page) => page.getByRole('button', { name: 'Name campaigns', exact: true });
const nameOf = (page: Page, id: string) =>
  dialog(page).getByRole('textbox', { name: `Name of campaign ${id}` });

test('a campaign is named by keyboard, and read by its name wherever it is shown', async ({
  page,
  servers,
  demoCalls,
}) => {
  const range = monthBefore(servers.now);
  const call = demoCalls.find(({ campaign_id }) => campaign_id);
  const id = call?.campaign_id ?? '';
  const name = '<b>Winter</b>, "rates" حملة 🚚';

  await visitCosts(page, `${range}&group_by=campaign`);
  const groups = figure(page, 'Cost by campaign').getByRole('table');
  await expect(groups.getByRole('link', { name: id })).toBeVisible();
  await open(page).focus();
  await page.keyboard.press('Enter');
  await nameOf(page, id).fill(`  ${name} `);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(open(page)).toBeFocused();

  // What was typed is still there.
  await page.keyboard.press('Enter');
  await expect(nameOf(page, id)).toHaveValue(`  ${name} `);
  await nameOf(page, id).press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText(`Saved: ${name}`);
  await expect(nameOf(page, id)).toBeFocused();
  await expect(nameOf(page, id)).toHaveValue(name);
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(groups.getByRole('link', { name })).toBeVisible();
  await expect(groups.getByRole('link', { name: id })).toHaveCount(0);
  await settled(page);
  await expect(figure(page, 'Campaigns over time')).toContainText('Winter');

  await visit(page, `?campaigns=${id}&columns=created,campaign&call=${call?.id}`);
  await expect(drawer(page).getByText(name, { exact: true })).toBeVisible();
  await expect(drawer(page).getByText(id, { exact: true })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chips(page)).toContainText(name);
  await expect(facet(page, 'Campaign').getByRole('checkbox', { name })).toBeChecked();
  await expect(page.getByRole('cell', { name }).first()).toBeVisible();

  await facet(page, 'Campaign').getByRole('button', { name: 'Name campaigns' }).click();
  await nameOf(page, id).fill('');
  await nameOf(page, id).press('Enter');
  await expect(dialog(page).getByRole('status')).toHaveText('Name removed');
  await dialog(page).getByRole('button', { name: 'Close' }).click();
  await expect(chips(page)).toContainText(id);
  await expect(page.getByRole('cell', { name: id }).first()).toBeVisible();
});

test('of two people who name one campaign at once the second is told, and decides', async ({
  page,
  context,
  servers,
  demoCalls,
  trouble,
}) => {
  const id = demoCalls.findLast(({ campaign_id }) => campaign_id)?.campaign_id ?? '';
  const query = `${monthBefore(servers.now)}&group_by=campaign`;
  const other = await context.newPage();
  for (const each of [page, other]) {
    await visitCosts(each, query);
    await open(each).click();
    await nameOf(each, id).fill(each === page ? 'Mine' : 'Theirs');
  }
  await nameOf(other, id).press('Enter');
  await expect(dialog(other).getByRole('status')).toHaveText('Saved: Theirs');
  trouble.expect(failedAnswer(409, '/api/campaigns'));
  await nameOf(page, id).press('Enter');
  await expect(dialog(page).getByRole('alert')).toHaveText(
    'Nothing was saved. Someone else changed this name in the meantime. It is “Theirs” now. Save again to replace that.',
  );
  await expect(nameOf(page, id)).toHaveValue('Mine');
  await page.getByRole('button', { name: `Save the name of campaign ${id}` }).click();
  await expect(dialog(page).getByRole('status')).toHaveText('Saved: Mine');
  await expect(dialog(page).getByRole('alert')).toHaveCount(0);
});
