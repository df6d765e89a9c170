import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  chips,
  expectParameter,
  facet,
  parameter,
  reload,
  search,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

const KEY = 'callscope-views-v1';

const button = (page: Page) => page.getByRole('button', { name: /^Views/ });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Views' });
const list = (page: Page) => panel(page).getByRole('list', { name: 'Saved views' });
const nameField = (page: Page) =>
  panel(page).getByRole('textbox', { name: 'Name for what this page shows' });

async function openPanel(page: Page): Promise<Locator> {
  if (!(await panel(page).isVisible())) await button(page).click();
  await expect(nameField(page)).toBeVisible();
  return panel(page);
}

async function closePanel(page: Page) {
  await page.keyboard.press('Escape');
  await expect(panel(page)).toBeHidden();
}

async function save(page: Page, name: string) {
  await openPanel(page);
  await nameField(page).fill(name);
  await page.keyboard.press('Enter');
}

const stored = (page: Page) => page.evaluate((key) => localStorage.getItem(key), KEY);
const store = (page: Page, text: string) =>
  page.addInitScript(
    ([key = '', value = '']) => {
      if (localStorage.getItem(key) === null) localStorage.setItem(key, value);
    },
    [KEY, text],
  );

const view = (id: string, name: string, query: string, page = 'calls') => ({
  id,
  name,
  page,
  query,
});

test('a view is named, opened, modified, updated and saved as another one', async ({ page }) => {
  await visit(page, '?statuses=Busy&from=-7d&sort=asc&columns=status,created');
  await save(page, 'Busy, last week');
  await expect(panel(page).getByRole('status').first()).toContainText('Saved “Busy, last week”');
  await expect(list(page).getByRole('link')).toHaveAttribute('aria-current', 'true');
  await closePanel(page);
  await expect(button(page)).toBeFocused();
  await expect(button(page)).toHaveAccessibleName('Views: Busy, last week');

  await visit(page);
  await expect(button(page)).toHaveAccessibleName('Views');
  await openPanel(page);
  await list(page).getByRole('link', { name: 'Busy, last week' }).click();
  await expect(panel(page)).toBeHidden();
  // A relative range stays relative.
  await expectParameter(page, 'from', '-7d');
  for (const [key, value] of Object.entries({
    statuses: 'Busy',
    sort: 'asc',
    columns: 'status,created',
  }))
    expect(parameter(page, key)).toBe(value);
  await expect(button(page)).toHaveAccessibleName('Views: Busy, last week');

  await facet(page, 'Status').getByRole('checkbox', { name: 'Failed', exact: true }).check();
  await expect(button(page)).toHaveAccessibleName('Views: Busy, last week, modified');
  await reload(page);
  await expect(button(page)).toHaveAccessibleName('Views: Busy, last week, modified');
  await openPanel(page);
  await expect(list(page).getByText('modified')).toBeVisible();
  await nameField(page).fill('Busy or failed');
  await panel(page).getByRole('button', { name: 'Save as new' }).click();
  await expect(list(page).getByRole('link')).toHaveCount(2);
  await closePanel(page);
  await expect(button(page)).toHaveAccessibleName('Views: Busy or failed');

  await facet(page, 'Status').getByRole('checkbox', { name: 'Busy', exact: true }).uncheck();
  await openPanel(page);
  await panel(page).getByRole('button', { name: 'Update “Busy or failed”' }).click();
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await expect(list(page).getByText('modified')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(list(page).getByText('modified')).toBeVisible();
  await expect(panel(page).locator(':focus')).toHaveCount(1);
});

test('Back leaves a view that was opened', async ({ page }) => {
  await store(page, JSON.stringify({ views: [view('a1', 'Busy', '?statuses=Busy')] }));
  await visit(page, '?search=dallas');
  await openPanel(page);
  await list(page).getByRole('link', { name: 'Busy' }).click();
  await expectParameter(page, 'statuses', 'Busy');
  expect(parameter(page, 'search')).toBeNull();
  await page.goBack();
  await expectParameter(page, 'search', 'dallas');
  await expect(button(page)).toHaveAccessibleName('Views');
});

test('names are refused kindly: none, taken, too long', async ({ page }) => {
  await visit(page);
  await save(page, 'Mine');
  await expect(list(page).getByRole('link')).toHaveCount(1);
  for (const [name, words] of [
    [' ', 'needs a name'],
    [' mine', 'There is a view of this name already'],
    ['x'.repeat(201), 'at most 200 characters; this one has 201'],
  ] as const) {
    await save(page, name);
    await expect(panel(page).getByRole('alert').filter({ hasText: words })).toBeVisible();
    await expect(nameField(page)).toBeFocused();
    await expect(nameField(page)).toHaveAttribute('aria-invalid', 'true');
    await expect(nameField(page)).toHaveValue(name);
  }
  await expect(list(page).getByRole('link')).toHaveCount(1);
});

test('names are any text', async ({ page }) => {
  const names = ['<img src=x onerror=alert(1)>', '🔥👨‍👩‍👧 hot', 'مكالمات فائتة', 'n'.repeat(200)];
  await visit(page);
  for (const [index, name] of names.entries()) {
    await save(page, name);
    await expect(list(page).getByRole('link')).toHaveCount(index + 1);
  }
  expect(await list(page).getByRole('link').locator('bdi').allTextContents()).toEqual(names);
  const overflow = await panel(page).evaluate((node) => node.scrollWidth - node.clientWidth);
  expect(overflow).toBe(0);
});

test('renamed and deleted by keyboard alone, and back again', async ({ page }) => {
  const views = [view('a1', 'One', '?statuses=Busy'), view('b2', 'Two', '?statuses=Failed')];
  await store(page, JSON.stringify({ views }));
  await visit(page);
  await button(page).focus();
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('link', { name: 'One' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(list(page).getByRole('button', { name: 'Rename One' })).toBeFocused();
  await page.keyboard.press('Enter');
  const field = list(page).getByRole('textbox', { name: 'New name' });
  await expect(field).toBeFocused();
  await page.keyboard.type('Two');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('alert')).toContainText('There is a view of this name');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await expect(list(page).getByRole('button', { name: 'Rename One' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.type('First');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('button', { name: 'Rename First' })).toBeFocused();

  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(list(page).getByRole('link')).toHaveCount(1);
  await expect(panel(page).getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');
  expect(await list(page).getByRole('link').locator('bdi').allTextContents()).toEqual([
    'First',
    'Two',
  ]);
  await page.keyboard.press('Escape');
  await expect(button(page)).toBeFocused();
});

test('two tabs see each other’s changes', async ({ page, context }) => {
  await visit(page);
  const other = await context.newPage();
  await visit(other, '?statuses=Busy');
  await openPanel(page);
  await save(other, 'From the other tab');
  await expect(list(page).getByRole('link', { name: 'From the other tab' })).toBeVisible();
  await page.bringToFront();
  await list(page).getByRole('button', { name: 'Delete From the other tab' }).click();
  await expect(list(other)).toBeHidden();
  await expect(button(other)).toHaveAccessibleName('Views');
});

test('damaged storage breaks nothing and is not thrown away unasked', async ({ page }) => {
  const good = view('a1', 'Good', '?statuses=Busy');
  await store(page, JSON.stringify({ views: [good, { id: 'b2', name: 7 }] }));
  await visit(page);
  await openPanel(page);
  await expect(panel(page).getByRole('note')).toContainText('1 saved entry');
  await save(page, 'Another');
  await expect(list(page).getByRole('link')).toHaveCount(2);
  expect(await stored(page)).toContain('\\"name\\":7');
  await panel(page).getByRole('button', { name: 'Discard' }).click();
  await expect(panel(page).getByRole('note')).toBeHidden();
  expect(await stored(page)).not.toContain('\\"name\\":7');
});

test('storage that is no JSON is kept beside what is saved next', async ({ page }) => {
  await store(page, '{"views":');
  await visit(page);
  await save(page, 'First');
  await expect(list(page).getByRole('link')).toHaveCount(1);
  await expect(panel(page).getByRole('note')).toContainText('Nothing was thrown away');
  expect(JSON.parse((await stored(page)) ?? '').unreadable).toEqual(['{"views":']);
});

test('a browser that keeps nothing says so', async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });
  await visit(page);
  await save(page, 'Lost');
  await expect(panel(page).getByRole('alert').filter({ hasText: 'Not saved' })).toBeVisible();
  await expect(list(page)).toBeHidden();
  // What was typed is not lost with it.
  await expect(nameField(page)).toHaveValue('Lost');
});

test('an unknown view in a link changes nothing', async ({ page }) => {
  await visit(page, '?statuses=Busy&view=somebodys');
  await expect(chips(page)).toContainText('Busy');
  await expect(button(page)).toHaveAccessibleName('Views');
  await expect(page.getByText('was not understood')).toBeHidden();
});

test('what a view says and this version does not understand is told', async ({ page }) => {
  await store(page, JSON.stringify({ views: [view('a1', 'Odd', '?statuses=Busy&colour=red')] }));
  await visit(page);
  await openPanel(page);
  await list(page)
    .getByRole('link', { name: /Odd.*not fully understood/ })
    .click();
  await expect(page.getByText('Part of this link was not understood')).toContainText('colour');
  await expect(chips(page)).toContainText('Busy');
});

test('a view remembers its page', async ({ page }) => {
  await visit(page, '?from=-30d&columns=status,created');
  await page.getByRole('link', { name: 'Costs' }).click();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('model');
  await expectParameter(page, 'group_by', 'model');
  await save(page, 'Costs by model');
  await closePanel(page);
  await expect(button(page)).toHaveAccessibleName('Views: Costs by model');
  await page.getByRole('combobox', { name: 'Interval' }).selectOption('week');
  await expect(button(page)).toHaveAccessibleName('Views: Costs by model, modified');

  await visit(page, '?columns=status');
  await expect(button(page)).toHaveAccessibleName('Views');
  await openPanel(page);
  await list(page).getByRole('link', { name: 'Costs by model' }).click();
  await expect(page).toHaveURL(/\/costs\?/);
  await expectParameter(page, 'group_by', 'model');
  await expectParameter(page, 'interval', null);
  await expectParameter(page, 'columns', 'status');
  await expect(button(page)).toHaveAccessibleName('Views: Costs by model');
});

test('a link is live or frozen, and says which', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = async () =>
    new URL(await page.evaluate(() => navigator.clipboard.readText())).searchParams;
  await store(page, JSON.stringify({ views: [view('a1', 'Busy', '?statuses=Busy&from=-7d')] }));
  await visit(page, '?statuses=Busy&from=-7d&view=a1');
  await openPanel(page);
  await expect(panel(page)).toContainText('Last 7 days, counted anew whenever it is opened');
  await expect(panel(page)).toContainText('by the clocks of America/Chicago');

  await panel(page).getByRole('button', { name: 'Copy live link' }).click();
  await expect(panel(page)).toContainText('Live link copied');
  expect(Object.fromEntries(await copied())).toEqual({ statuses: 'Busy', from: '-7d' });

  const before = Date.now();
  await panel(page).getByRole('button', { name: 'Copy frozen link' }).click();
  await expect(panel(page)).toContainText('Frozen link copied');
  const frozen = await copied();
  const [from, to] = ['from', 'to'].map((key) => Date.parse(frozen.get(key) ?? ''));
  expect(to).toBeGreaterThanOrEqual(before);
  expect(to).toBeLessThanOrEqual(Date.now());
  expect((to ?? 0) - (from ?? 0)).toBe(7 * 24 * 3_600_000);
  expect(frozen.get('timezone')).toBe('America/Chicago');
  await visit(page, `?${frozen}`);
  await expect(page.getByText('was not understood')).toBeHidden();
  await openPanel(page);
  await expect(panel(page)).toContainText('these dates are fixed already');
});

test('a search that is still being typed is saved with the view', async ({ page }) => {
  await visit(page);
  await openPanel(page);
  await closePanel(page);
  await search(page).pressSequentially('dallas');
  await save(page, 'Dallas');
  await expect(list(page).getByRole('link')).toHaveCount(1);
  expect(await stored(page)).toContain('search=dallas');
  await closePanel(page);
  await expect(button(page)).toHaveAccessibleName('Views: Dallas');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('views fit', async ({ page }) => {
    await store(page, JSON.stringify({ views: [view('a1', 'n'.repeat(200), '?statuses=Busy')] }));
    await visit(page, '?view=a1');
    await button(page).tap();
    await expect(list(page)).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBe(390);
    await list(page).getByRole('link').tap();
    await expectParameter(page, 'statuses', 'Busy');
  });
});

test('nothing stands in anybody’s way', async ({ page }) => {
  const views = [view('a1', 'One', '?statuses=Busy'), view('b2', 'Two', '?from=-7d', 'costs')];
  await store(page, JSON.stringify({ views: [...views, 'broken'] }));
  await visit(page, '?statuses=Failed&view=a1');
  await save(page, 'One');
  await expect(panel(page).getByRole('alert').filter({ hasText: 'already' })).toBeVisible();
  await list(page).getByRole('button', { name: 'Rename Two' }).click();
  await expectAccessible(page);
});
