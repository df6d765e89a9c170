import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { expectCount } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { type Dashboard, startDashboard, temporaryFolder } from '@/e2e/support/servers';
import { failedAnswer, watchTrouble } from '@/e2e/support/trouble';
import { formatAccounts } from '@/lib/server/auth/accounts-file';
import { hashPassword } from '@/lib/server/auth/password';

test.use({ sync: true, alone: 'outlook' });

const month = (page: Page) => page.getByRole('figure', { name: 'This month', exact: true });
const today = (page: Page) => page.getByRole('figure', { name: 'Today', exact: true });
const budgets = (page: Page) => page.getByRole('region', { name: 'Budgets' });
const form = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });

async function visit(page: Page, query = 'from=-30d&timezone=America/Chicago'): Promise<void> {
  await page.goto(`/costs?${query}`);
  await expect(month(page)).toHaveAttribute('aria-busy', 'false');
  await expect(budgets(page)).toHaveAttribute('aria-busy', 'false');
}

function fact(page: Page, label: string | RegExp): Locator {
  return month(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('term').getByText(label) });
}

/** Types an amount into the open form and saves it by the keyboard. */
async function save(page: Page, amount: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Amount a month/ }).fill(amount);
  await page.keyboard.press('Enter');
}

test('the month says where it is going, and leads to its calls', async ({ page }) => {
  await visit(page);
  await expect(fact(page, 'Month to date')).toContainText(/\$\d/);
  await expect(fact(page, 'Past forecasts')).toContainText(/\d\.\d% off on average/);
  await expect(fact(page, 'Forecast to month’s end')).toContainText(
    /\$.* to \$.*; 8 of 10 such forecasts end within their range/,
  );
  await expect(fact(page, /^Today until/)).toContainText(/days until then cost \$/);
  const link = fact(page, 'Month to date').getByRole('link');
  const calls = Number(((await link.textContent()) ?? '').replace(/\D/g, ''));
  await link.click();
  await expect(page).toHaveURL(/\/calls\?/);
  await expectCount(page, calls);
});

test('the dates of the page do not matter, its filters do', async ({ page }) => {
  await visit(page, 'from=last-month&timezone=UTC');
  const whole = await fact(page, 'Month to date').textContent();
  await visit(page, 'from=-7d&timezone=UTC');
  await expect(fact(page, 'Month to date')).toHaveText(whole ?? '');
  await expect(budgets(page)).not.toContainText('do not narrow');
  await visit(page, 'from=-7d&timezone=UTC&type=Inbound');
  await expect(fact(page, 'Month to date')).not.toHaveText(whole ?? '');
  await expect(month(page)).toContainText('only calls that match the filters');
  await expect(budgets(page)).toContainText('The filters of the page do not narrow budgets');
});

test('figures are tables, and their words are told', async ({ page }) => {
  await visit(page);
  for (const [name, figure] of [
    ['This month', month(page)],
    ['Today', today(page)],
  ] as const) {
    await figure.getByRole('button', { name: 'Show as table' }).click();
    const table = figure.getByRole('table', { name, exact: true });
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(20);
  }
  await month(page).getByText('How this is worked out').click();
  await expect(month(page).getByRole('term').getByText('Usual today')).toBeVisible();
  await page.goto('/help');
  await expect(page.getByRole('term').getByText('Forecast to month’s end')).toBeVisible();
});

test('a budget is set, changed and removed by keyboard alone', async ({ page }) => {
  await visit(page);
  await expect(budgets(page)).toContainText('No budget is set.');
  const button = budgets(page).getByRole('button', { name: 'Set a budget' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(form(page, 'Set a budget')).toBeVisible();
  await save(page, 'much');
  await expect(form(page, 'Set a budget').getByRole('alert')).toContainText('such as 1,200');
  await expect(page.getByRole('textbox', { name: /^Amount/ })).toBeFocused();
  await page.getByRole('textbox', { name: /^Amount/ }).fill('1,200');
  await expect(form(page, 'Set a budget')).toContainText('$1,200.00 a month');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(form(page, 'Set a budget')).toBeHidden();
  await expect(button).toBeFocused();
  const list = budgets(page).getByRole('list', { name: 'Monthly budgets' });
  await expect(list.getByRole('heading')).toHaveText('All calls');
  await expect(list).toContainText('of $1,200.00');
  for (const mark of [50, 75, 90, 100])
    await expect(list.getByRole('list', { name: 'Marks of All calls' })).toContainText(`${mark}% `);
  await expectAccessible(page);
  await page.reload();
  await list.getByRole('button', { name: 'Change the budget of All calls' }).click();
  await save(page, '0.01');
  await expect(list).toContainText('100% reached');
  await list.getByRole('button', { name: 'Change the budget of All calls' }).click();
  await form(page, 'Budget: All calls').getByRole('button', { name: 'Remove' }).click();
  await expect(budgets(page)).toContainText('No budget is set.');
  await expect(budgets(page).getByRole('status')).toHaveText('Budget removed');
  await expect(page.getByRole('heading', { name: 'Budgets', exact: true })).toBeFocused();
});

test('of two people who set one budget at once the second is told, and decides', async ({
  page,
  context,
  trouble,
}) => {
  await visit(page);
  const other = await context.newPage();
  await visit(other);
  const setButton = (some: Page) => budgets(some).getByRole('button', { name: 'Set a budget' });
  await setButton(page).click();
  await expect(form(page, 'Set a budget')).toBeVisible();
  await setButton(other).click();
  await save(other, '300');
  await expect(form(other, 'Set a budget')).toBeHidden();
  trouble.expect(failedAnswer(409, '/api/costs/budgets'));
  await save(page, '400');
  const alert = form(page, 'Set a budget').getByRole('alert');
  await expect(alert).toContainText('Nothing was saved');
  await expect(alert).toContainText('It is $300.00 now');
  await expect(page.getByRole('textbox', { name: /^Amount/ })).toHaveValue('400');
  await page.keyboard.press('Enter');
  await expect(budgets(page).getByRole('list', { name: 'Monthly budgets' })).toContainText(
    'of $400.00',
  );
  await budgets(page).getByRole('button', { name: 'Change the budget of All calls' }).click();
  await form(page, 'Budget: All calls').getByRole('button', { name: 'Remove' }).click();
  await expect(budgets(page)).toContainText('No budget is set.');
});

for (const [width, scheme] of [
  [390, 'light'],
  [390, 'dark'],
  [1440, 'dark'],
] as const)
  test(`nothing is cut at ${width} px, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: scheme });
    await visit(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(width);
    await month(page).getByText('How this is worked out').click();
    await expectAccessible(page);
  });

test.describe('with sign-in', () => {
  const PASSWORD = 'correct horse battery staple';
  let dashboard: Dashboard;
  let folder: string;
  test.beforeAll(async ({ servers }) => {
    folder = temporaryFolder();
    const hash = await hashPassword(PASSWORD);
    const roles = ['manager', 'viewer'] as const;
    const accounts = roles.map((role) => ({ email: `${role}@example.com`, role, hash }));
    writeFileSync(join(folder, 'users'), formatAccounts(accounts));
    dashboard = await startDashboard(servers.upstreamUrl, {
      sync: true,
      env: {
        AUTH_MODE: 'password',
        AUTH_USERS_FILE: join(folder, 'users'),
        SESSION_SECRET: 'a secret of thirty-two bytes, or more',
      },
    });
  });
  test.afterAll(async () => {
    await dashboard.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function signedIn(browser: Browser, role: string): Promise<Page> {
    const context = await browser.newContext({ baseURL: dashboard.url });
    watchTrouble(context, dashboard.url);
    const page = await context.newPage();
    await page.goto('/login?return_to=%2Fcosts%3Ffrom%3D-7d');
    await page.getByLabel('E-mail').fill(`${role}@example.com`);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(budgets(page)).toHaveAttribute('aria-busy', 'false');
    return page;
  }

  test('managers set budgets, viewers see them', async ({ browser }) => {
    const manager = await signedIn(browser, 'manager');
    await budgets(manager).getByRole('button', { name: 'Set a budget' }).click();
    await save(manager, '1,500');
    await expect(budgets(manager)).toContainText('of $1,500.00');
    const viewer = await signedIn(browser, 'viewer');
    await expect(budgets(viewer)).toContainText('of $1,500.00');
    await expect(budgets(viewer)).toContainText('takes the role “manager”');
    await expect(budgets(viewer).getByRole('button')).toHaveCount(0);
    await expectAccessible(viewer);
    await manager.context().close();
    await viewer.context().close();
  });
});
