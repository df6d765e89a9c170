import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { apiDocument } from '@/lib/reference/openapi';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

/** What the corner of the frame has when its keys are there too. */
const corner = (page: Page) => page.getByRole('button', { name: 'Say who reviews' });

/** The widest thing on the page, and how wide the page is. */
const widths = (page: Page) =>
  page
    .getByRole('main')
    .evaluate((main) =>
      [...main.querySelectorAll('*')].map((each) => each.scrollWidth - each.clientWidth),
    )
    .then((over) => Math.max(...over.filter((each) => each > 0), 0));

for (const [path, name] of [
  ['/help', 'Help'],
  ['/api-reference', 'API reference'],
] as const) {
  test(`${path} stands in nobody’s way`, async ({ page }) => {
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await expectAccessible(page);
  });

  test(`${path} has its headings in order and no anchor that leads nowhere`, async ({ page }) => {
    await page.goto(path);
    const levels = await page
      .getByRole('heading')
      .evaluateAll((all) => all.map((each) => Number(each.tagName.slice(1))));
    expect(levels[0]).toBe(1);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const lost = await page
      .locator('main a[href^="#"]')
      .evaluateAll((all) =>
        all
          .map((each) => each.getAttribute('href') ?? '')
          .filter((href) => document.getElementById(href.slice(1)) === null),
      );
    expect(lost).toEqual([]);
  });

  test(`${path} fits a phone, all of it unfolded`, async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(path);
    await expect(heading(page, name)).toBeVisible();
    await page.locator('details').evaluateAll((all) => {
      for (const each of all) each.setAttribute('open', '');
    });
    expect(await widths(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await expectAccessible(page);
  });
}

test('the list of keys leads on to the help, by keyboard alone', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('?');
  const keys = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(keys.getByText('Next unreviewed call')).toBeVisible();
  await keys.getByRole('link', { name: 'All help' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/help');
  await expect(heading(page, 'Help')).toBeVisible();
  await expect(page.getByText('Next unreviewed call')).toBeVisible();
});

test('where there is no list of keys, ? leads to the help, unless single keys are off', async ({
  page,
}) => {
  await page.goto('/costs');
  await expect(corner(page)).toBeVisible();
  await page.keyboard.press('?');
  await expect(page).toHaveURL('/help');
  await visit(page);
  await page.keyboard.press('?');
  await page.getByRole('checkbox', { name: 'Single-key shortcuts are on' }).uncheck();
  await page.goto('/costs');
  await expect(corner(page)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('?');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog', { name: 'Command palette' })).toBeVisible();
  await expect(page).toHaveURL('/costs');
});

test('the frame and the palette lead to the help, and the help to the reference', async ({
  page,
}) => {
  await page.goto('/costs');
  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await expect(heading(page, 'Help')).toBeVisible();
  await page.getByRole('link', { name: 'API reference' }).click();
  await expect(heading(page, 'API reference')).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('go to: help');
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Help')).toBeVisible();
});

test('the reference has every endpoint, with an address of its own', async ({ page }) => {
  await page.goto('/api-reference#rateCall');
  const rate = page.getByRole('region', { name: 'Rate a call, or take a rating back' });
  await expect(rate).toBeInViewport();
  await expect(rate).toContainText('For reviewers and managers.');
  await rate.getByText('Body', { exact: true }).click();
  await expect(rate.getByText('✅ | 👎 | 🚨')).toBeVisible();
  await rate.getByText('What can go wrong').click();
  await rate.getByRole('link', { name: 'write_uncertain' }).click();
  await expect(page.getByText('It is not known whether this was saved')).toBeInViewport();
  for (const methods of Object.values(apiDocument().paths))
    for (const { summary } of Object.values(methods))
      await expect(page.getByRole('heading', { level: 3, name: summary, exact: true })).toHaveCount(
        1,
      );
});

test('the document is what the server says of itself', async ({ page, request }) => {
  await page.goto('/api-reference');
  const [link] = await page
    .getByRole('link', { name: 'OpenAPI 3.1 document' })
    .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
  const answer = await request.get(link ?? '');
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toEqual(apiDocument());
});
