import { expect, type Page } from '@playwright/test';
import {
  callLinks,
  chips,
  drawer,
  expectParameter,
  paging,
  row,
  search,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

/** How much wider the page is than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test('the filters are a sheet', async ({ page }) => {
  await visit(page);
  await expect(page.getByRole('complementary', { name: 'Filters' })).toBeHidden();
  await page.getByRole('button', { name: 'Show filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('group', { name: 'Status' }).getByText('Busy').tap();
  await expectParameter(page, 'statuses', 'Busy');
  await sheet.getByRole('button', { name: 'Close filters' }).tap();
  await expect(sheet).toBeHidden();
  await expect(chips(page)).toContainText('Busy');
  await expect(page.getByRole('button', { name: 'Show filters (1 active)' })).toBeFocused();
  expect(await overflow(page)).toBe(0);
});

test('the date range is chosen inside the sheet', async ({ page }) => {
  await visit(page);
  await page.getByRole('button', { name: 'Show filters' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  await sheet.getByRole('button', { name: 'Date range' }).tap();
  const panel = page.getByRole('dialog', { name: 'Date range' });
  await expect(panel.getByRole('grid')).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await panel.getByRole('button', { name: 'Last 7 days' }).tap();
  await expectParameter(page, 'from', '-7d');
});

test('a call fills the screen', async ({ page }) => {
  await visit(page);
  await callLinks(page).nth(1).tap();
  await expect(drawer(page)).toBeVisible();
  expect(await drawer(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
  for (const tab of ['Overview', 'Notes', 'Costs', 'Raw']) {
    await drawer(page).getByRole('tab', { name: tab }).tap();
    await expectParameter(page, 'tab', tab === 'Overview' ? null : tab.toLowerCase());
    expect(await overflow(page), tab).toBe(0);
  }
  await drawer(page).getByRole('button', { name: 'Next call' }).tap();
  await expect(drawer(page)).toContainText('3 of 12,993');
  await drawer(page).getByRole('button', { name: 'Close' }).tap();
  await expect(drawer(page)).toBeHidden();
  await expect(row(page, 2)).toBeInViewport();
});

test('paging and search fit', async ({ page, demoCalls }) => {
  await visit(page);
  expect(await overflow(page)).toBe(0);
  await paging(page).getByRole('button', { name: 'Next page' }).tap();
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[50]?.id ?? '');
  for (const name of ['Previous page', 'Next page'])
    await expect(paging(page).getByRole('button', { name })).toBeInViewport({ ratio: 1 });
  await search(page).fill('dallas');
  await expectParameter(page, 'search', 'dallas');
  expect(await overflow(page)).toBe(0);
});

test('the last page is a jump away', async ({ page, demoCalls }) => {
  await visit(page);
  const field = paging(page).getByRole('textbox', { name: 'Page' });
  await field.fill('260');
  await field.press('Enter');
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[12_950]?.id ?? '');
});

test('a call is a card: the same facts, the same roles and keys, nothing beyond the edge', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?rated=true');
  const first = demoCalls.find(({ ratings }) => (ratings ?? []).length > 0);
  const card = row(page, 0);
  await expect(card).toHaveAttribute('data-call', first?.id ?? '');
  for (const fact of [first?.status ?? '', first?.use_case?.name ?? ''])
    await expect(card).toContainText(fact);
  await expect(card.getByRole('cell')).not.toHaveCount(0);
  const box = await card.boundingBox();
  expect(box?.height).toBeGreaterThan(60);
  expect(box?.height).toBeLessThan(130);
  expect(await overflow(page)).toBe(0);
  expect(
    await table(page)
      .locator('..')
      .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth),
  ).toBe(0);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(callLinks(page).nth(1)).toBeFocused();
  await table(page).getByRole('button', { name: 'Cost' }).tap();
  await expectParameter(page, 'sort_by', 'total_cost');
});

test('two thousand cards scroll, each with its own height', async ({ page, demoCalls }) => {
  await visit(page, '?limit=2000');
  const last = demoCalls[1999]?.id ?? '';
  await table(page)
    .locator('..')
    .evaluate((scroller) => {
      scroller.scrollTop = scroller.scrollHeight;
    });
  await expect(table(page).locator(`tr[data-call="${last}"]`)).toBeInViewport();
  expect(await overflow(page)).toBe(0);
});

test('at 320 pixels nothing is lost and nothing scrolls sideways', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await visit(page, '?type=Inbound&statuses=Completed,Failed&search=a&colour=red');
  expect(await overflow(page)).toBe(0);
  await expect(table(page)).toBeVisible();
  for (const button of ['Previous page', 'Next page'])
    await expect(paging(page).getByRole('button', { name: button })).toBeInViewport({ ratio: 1 });
  for (const part of [search(page), page.getByRole('button', { name: 'Clear filters' })])
    await expect(part).toBeInViewport({ ratio: 1 });
  await page.getByRole('button', { name: /^Show filters/ }).tap();
  await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Close filters' }).tap();
  await callLinks(page).first().tap();
  await expect(drawer(page)).toBeVisible();
  expect(await overflow(page)).toBe(0);
  await expect(drawer(page).getByRole('button', { name: 'Close' })).toBeInViewport({ ratio: 1 });
});

/** The smallest text of a field on screen; a phone zooms in on less than 16 pixels. */
const smallestField = (page: Page) =>
  page
    .locator(':is(input, select, textarea):not([type=checkbox], [type=radio], [type=range])')
    .filter({ visible: true })
    .evaluateAll((fields) =>
      Math.min(...fields.map((field) => Number.parseFloat(getComputedStyle(field).fontSize))),
    );

for (const width of [390, 320])
  test(`no field makes a phone of ${width} pixels zoom in, and all of them fit`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 700 });
    await visit(page);
    expect(await smallestField(page)).toBe(16);
    expect(await overflow(page)).toBe(0);
    const pageField = paging(page).getByRole('textbox', { name: 'Page' });
    await pageField.fill('260');
    await pageField.press('Enter');
    await expect(paging(page)).toContainText('12,993');
    await expect(pageField).toHaveValue('260');
    expect(
      await pageField.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
    ).toBe(0);
    await page.getByRole('button', { name: 'Show filters' }).tap();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await sheet.getByRole('button', { name: 'Date range' }).tap();
    await expect(page.getByRole('dialog', { name: 'Date range' }).getByRole('grid')).toBeVisible();
    expect(await smallestField(page)).toBe(16);
    expect(await overflow(page)).toBe(0);
    await page.keyboard.press('Escape');
    await sheet.getByRole('button', { name: 'Close filters' }).tap();
    await callLinks(page).nth(1).tap();
    await drawer(page).getByRole('tab', { name: 'Notes' }).tap();
    await expect(drawer(page).getByRole('textbox').first()).toBeVisible();
    expect(await smallestField(page)).toBe(16);
    expect(await overflow(page)).toBe(0);
  });
