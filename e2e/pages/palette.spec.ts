import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  chips,
  drawer,
  expectCount,
  expectParameter,
  parameter,
  search,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';
import { formatPhone } from '@/lib/format/phone';

// The values of a whole index.
test.use({ sync: true });

const palette = (page: Page) => page.getByRole('dialog', { name: 'Command palette' });
const field = (page: Page) => palette(page).getByRole('combobox', { name: 'Find a command' });
const option = (page: Page, name: string | RegExp): Locator =>
  palette(page).getByRole('option', { name });
/** The option that Enter takes, as the keyboard and a screen reader know it. */
const active = (page: Page) => palette(page).locator('[role=option][data-highlighted]');

async function openPalette(page: Page) {
  await expect(page.getByRole('button', { name: 'Command palette' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

async function command(page: Page, typed: string, shown: string | RegExp) {
  await openPalette(page);
  await page.keyboard.type(typed);
  await expect(active(page)).toContainText(shown);
  await page.keyboard.press('Enter');
  await expect(palette(page)).toBeHidden();
}

test('opens by key and button, moves by arrows, and gives the focus back', async ({ page }) => {
  await visit(page);
  await search(page).focus();
  await openPalette(page);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  const first = await active(page).getAttribute('id');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', first ?? '');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).not.toHaveAttribute('id', first ?? '');
  await page.keyboard.press('ArrowUp');
  await expect(active(page)).toHaveAttribute('id', first ?? '');
  await page.keyboard.type('no such thing');
  await expect(palette(page).getByRole('option')).toHaveCount(1);
  await expect(active(page)).toContainText('Search calls for: no such thing');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toBeHidden();
  await expect(search(page)).toBeFocused();
  await expect(search(page)).toHaveValue('');

  await page.keyboard.press('Meta+k');
  await expect(field(page)).toBeFocused();
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Control+k');
  await expect(palette(page)).toBeHidden();

  const button = page.getByRole('button', { name: 'Command palette' });
  await button.click();
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('is on the list of keys and stays away while something else floats', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help.getByText('Ctrl K', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  await expect(help).toBeVisible();
  await expect(palette(page)).toBeHidden();
});

test('no key of the page fires while somebody types in it', async ({ page }) => {
  await visit(page);
  await openPalette(page);
  await page.keyboard.type('jk?/');
  await expect(field(page)).toHaveValue('jk?/');
  await expect(page.locator('tr:focus-within')).toHaveCount(0);
});

test('opens a call by its id, over the list as it is', async ({ page, demoCalls }) => {
  const id = demoCalls[4000]?.id ?? '';
  await visit(page, '?type=Inbound');
  await command(page, `  ${id.toUpperCase()} `, `Open call: ${id}`);
  await expectParameter(page, 'call', id);
  await expect(drawer(page)).toBeVisible();
  expect(parameter(page, 'type')).toBe('Inbound');

  await page.goto('/costs?type=Inbound&from=-30d');
  await command(page, id, `Open call: ${id}`);
  await expect(page).toHaveURL(/\/calls\?/);
  await expect(drawer(page)).toBeVisible();
  expect(parameter(page, 'from')).toBe('-30d');
});

test('opens the call of a number that called once, in any spelling', async ({
  page,
  demoCalls,
}) => {
  const numbers = demoCalls.flatMap(({ id, metadata, extraction }) =>
    [metadata?.from, metadata?.to, ...leaves(extraction)].map((text) => ({ id, text: `${text}` })),
  );
  const times = new Map<string, number>();
  for (const { text } of numbers) times.set(text, (times.get(text) ?? 0) + 1);
  const once = numbers.find(({ text }) => /^\+1\d{10}$/.test(text) && times.get(text) === 1);
  const [area, office, line] = /^\+1(\d{3})(\d{3})(\d{4})$/.exec(once?.text ?? '')?.slice(1) ?? [];
  await visit(page, '?statuses=Scheduled&view=abc');
  for (const spelling of [
    `(${area}) ${office}-${line}`,
    `001 ${area}.${office}.${line}`,
    `+1${area}${office}${line}`,
  ]) {
    await command(page, spelling, `Calls with: ${formatPhone(once?.text ?? '')}`);
    await expectParameter(page, 'call', once?.id ?? '');
    expect(parameter(page, 'search')).toBe(once?.text);
    expect(parameter(page, 'statuses')).toBeNull();
    expect(parameter(page, 'view')).toBeNull();
    await expect(drawer(page)).toContainText('1 of 1');
    await page.goBack();
  }
});

test('lists the calls of a number that called more often', async ({ page, demoCalls }) => {
  const number = '+13125550101';
  await visit(page, '?type=Inbound&offset=50');
  await openPalette(page);
  await page.keyboard.type('312 555 0101');
  await expect(active(page)).toContainText(/[\d,]+ calls$/);
  await page.keyboard.press('Enter');
  await expectParameter(page, 'search', number);
  for (const gone of ['type', 'call', 'offset']) expect(parameter(page, gone)).toBeNull();
  const matching = demoCalls.filter(({ metadata, extraction }) =>
    [metadata?.from, metadata?.to, ...leaves(extraction)].some((text) =>
      `${text}`.includes(number),
    ),
  );
  await expectCount(page, matching.length);
  expect(await callIds(page)).toEqual(matching.slice(0, 50).map(({ id }) => id));
});

test('a number leads to the list when nobody can say how often it called', async ({
  page,
  trouble,
}) => {
  await visit(page);
  await openPalette(page);
  await page.route('**/api/calls?*limit=1', (route) => route.fulfill({ status: 503 }));
  trouble.expect(failedAnswer(503));
  await page.keyboard.type('312 555 0101');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'search', '+13125550101');
  await expect(palette(page)).toBeHidden();
});

test('applies a value of a filter, marks it and takes it back', async ({ page }) => {
  await visit(page, '?offset=50');
  await command(page, 'status compl', /^Status: Completed/);
  await expectParameter(page, 'statuses', 'Completed');
  expect(parameter(page, 'offset')).toBeNull();
  await command(page, 'type out', /^Type: Outbound/);
  await expectParameter(page, 'type', 'Outbound');
  await expect(chips(page)).toContainText('Outbound');

  await openPalette(page);
  await expect(option(page, /^Status: Completed.*on$/)).toBeVisible();
  await page.keyboard.type('completed');
  await expect(active(page)).toContainText('on');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'statuses', null);
  await command(page, 'clear', 'Clear filters');
  await expectParameter(page, 'type', null);
});

test('opens a saved view', async ({ page }) => {
  const views = [
    { id: 'a1', name: 'Zoë’s <b>busy</b> calls', page: 'calls', query: '?statuses=Busy&from=-7d' },
    { id: 'b2', name: 'Monthly bill', page: 'costs', query: '?from=last-month' },
  ];
  await page.addInitScript(
    (text) => localStorage.setItem('callscope-views-v1', text),
    JSON.stringify({ views }),
  );
  await visit(page);
  await command(page, 'zoe', 'View: Zoë’s <b>busy</b> calls');
  await expectParameter(page, 'view', 'a1');
  await expectParameter(page, 'from', '-7d');
  await command(page, 'monthly', 'View: Monthly bill');
  await expect(page).toHaveURL(/\/costs\?from=last-month/);
});

test('switches theme, zone and page', async ({ page }) => {
  await visit(page, '?from=-7d');
  await command(page, 'dark', 'Theme: Dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await command(page, 'theme system', 'Theme: System');
  await expect(page.locator('html')).not.toHaveAttribute('data-theme', /./);
  // Engines differ in the name of this one.
  await command(page, 'kolkata', /Time zone: Asia\/(Kolkata|Calcutta)/);
  await expect.poll(() => parameter(page, 'timezone')).toMatch(/^Asia\//);
  await command(page, 'los angeles', 'Time zone: America/Los_Angeles');
  await expectParameter(page, 'timezone', 'America/Los_Angeles');
  await command(page, 'browser', 'Time zone: Browser (America/Chicago)');
  await expectParameter(page, 'timezone', null);
  await command(page, 'costs', 'Go to: Costs');
  await expect(page).toHaveURL(/\/costs\?from=-7d/);
  await command(page, 'go calls', 'Go to: Calls');
  await expect(page).toHaveURL(/\/calls\?from=-7d/);
});

test('searches for whatever else was typed', async ({ page }) => {
  await visit(page, '?from=-90d');
  await openPalette(page);
  await page.keyboard.type('<i>dallas');
  await expect(active(page)).toContainText('Search calls for: <i>dallas');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'search', '<i>dallas');
  expect(parameter(page, 'from')).toBe('-90d');
  await expect(search(page)).toHaveValue('<i>dallas');
});

test('shows values from outside as text', async ({ page }) => {
  await visit(page);
  await openPalette(page);
  await page.keyboard.type('<b>urgent');
  await expect(option(page, /Tags: <b>urgent<\/b>/)).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('the palette fits', async ({ page }) => {
    await visit(page);
    await page.getByRole('button', { name: 'Command palette' }).tap();
    await expect(field(page)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    await field(page).fill('busy');
    await option(page, /^Status: Busy/).tap();
    await expectParameter(page, 'statuses', 'Busy');
  });
});

test('nothing stands in anybody’s way', async ({ page }) => {
  await visit(page, '?statuses=Completed');
  await openPalette(page);
  for (const typed of ['', 'compl']) {
    await field(page).fill(typed);
    await expect(option(page, /^Status: Completed/)).toBeVisible();
    await expectAccessible(page);
  }
});

function leaves(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [value];
  return Object.values(value).flatMap(leaves);
}
