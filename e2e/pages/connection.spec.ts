import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { SAME_ORIGIN } from '@/e2e/support/reviewing';

test.use({ sync: true, alone: 'connection' });

const panel = (page: Page) => page.getByRole('dialog', { name: 'Index' });
const section = (page: Page) => panel(page).getByRole('region', { name: 'Connection' });
const button = (page: Page) => section(page).getByRole('button', { name: 'Check the connection' });

async function open(page: Page): Promise<void> {
  await visit(page);
  await page.getByRole('button', { name: /^Index/ }).click();
  await expect(button(page)).toBeVisible();
}

test('a check shows its progress, then what differs before what does not', async ({
  page,
  upstream,
}) => {
  // The first test of a new index has it filled beside the page.
  test.slow();
  await open(page);
  await upstream.setFaults({ kind: 'ignores', parameters: ['tags'] });
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(section(page).getByRole('progressbar', { name: 'Checked' })).toBeVisible();
  await expect(section(page).getByRole('status')).toContainText(/^Checked just now/, {
    timeout: 30_000,
  });
  const shown = section(page).getByRole('listitem').filter({ visible: true });
  await expect(shown.filter({ hasText: 'Filter tags' })).toContainText(
    'Differs: Filter tags Ignored: calls that do not match came too. Such lists come from the index.',
  );
  await expect(shown.filter({ hasText: 'Filter statuses' })).toHaveCount(0);
  await section(page)
    .getByText(/things as documented$/)
    .click();
  await expect(shown.filter({ hasText: 'Filter statuses' })).toBeVisible();
  await expectAccessible(page);

  await page.reload();
  await page.getByRole('button', { name: /^Index/ }).click();
  await expect(shown.filter({ hasText: 'Filter tags' })).toBeVisible();
});

test('a check that cannot ask says what to do', async ({ page, upstream }) => {
  await open(page);
  await upstream.setFaults({ kind: 'status', status: 401 });
  await button(page).click();
  await expect(section(page)).toContainText('check HAPPYROBOT_API_KEY', { timeout: 30_000 });
  await expect(section(page).getByRole('status')).toContainText('1 thing to fix');
});

test('GET and POST /api/upstream tell what was found', async ({ page }) => {
  const checked = await page.request.post('/api/upstream', { headers: SAME_ORIGIN });
  expect(checked.status()).toBe(200);
  const told = await checked.json();
  expect(told).toMatchObject({
    kind: 'calls',
    checking: null,
    capabilities: { paging: 'skip', max_limit: 2000 },
  });
  expect(await (await page.request.get('/api/upstream')).json()).toEqual(told);
  expect((await page.request.get('/api/upstream?x=1')).status()).toBe(400);
});
