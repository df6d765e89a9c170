import { expect, type Page } from '@playwright/test';
import { callLinks, reacts } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** What stands on the page when nothing of ours that needs React can say anything any more. */

const CODE = '**/_next/static/**/*.js*';
/** Pages, and the first button that must work once React has the page. */
const PAGES = {
  '/calls?limit=5&statuses=Completed': 'Hide filters',
  '/costs?from=-7d': 'Hide filters',
  '/nowhere': 'Command palette',
};

const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your filters' });

for (const [path, button] of Object.entries(PAGES))
  test(`without its code ${path} says so, and Reload mends it`, async ({ page, trouble }) => {
    trouble.expect(/ERR_FAILED|status of 404.*nowhere/);
    await page.route(CODE, (route) => route.abort());
    await page.goto(path);
    await expect(notice(page)).toContainText('did not load completely');
    await page.unroute(CODE);
    await notice(page).getByRole('button', { name: 'Reload' }).press('Enter');
    await reacts(page.getByRole('button', { name: button }).first());
    await expect(notice(page)).toBeHidden();
    expect(page.url()).toContain(path);
    if (path.startsWith('/calls')) await expect(callLinks(page)).toHaveCount(5);
  });

test('a page whose content is gone is never white', async ({ page, trouble }) => {
  trouble.expect(/ERR_FAILED/);
  await page.route(CODE, (route) => route.abort());
  await page.addInitScript(() => {
    addEventListener('DOMContentLoaded', () => document.body.replaceChildren());
  });
  await page.goto('/calls?limit=5');
  await expect(notice(page)).toContainText('This page could not be drawn.');
  await expect(notice(page).getByRole('button', { name: 'Reload' })).toBeVisible();
});
