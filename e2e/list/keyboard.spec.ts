import { expect } from '@playwright/test';
import {
  callLinks,
  drawer,
  expectParameter,
  parameter,
  reload,
  row,
  search,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

test('a whole visit by keyboard alone', async ({ page, demoCalls }) => {
  await visit(page);
  await page.keyboard.press('/');
  await expect(search(page)).toBeFocused();
  await page.keyboard.type('dallas');
  await expectParameter(page, 'search', 'dallas');
  const found = demoCalls.filter(({ extraction }) =>
    JSON.stringify(extraction ?? {})
      .toLowerCase()
      .includes('dallas'),
  );
  await expect(row(page, 0)).toHaveAttribute('data-call', found[0]?.id ?? '');
  await page.keyboard.press('Escape');
  await expect(search(page)).not.toBeFocused();
  await expect(search(page)).toHaveValue('dallas');

  await page.keyboard.press('j');
  await expect(row(page, 0).getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await expect(row(page, 2).getByRole('link')).toBeFocused();
  await page.keyboard.press('k');
  await expect(row(page, 1).getByRole('link')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeVisible();
  await expectParameter(page, 'call', found[1]?.id ?? '');

  await page.keyboard.press(']');
  await expectParameter(page, 'call', found[2]?.id ?? '');
  await page.keyboard.press('j');
  await expectParameter(page, 'call', found[3]?.id ?? '');
  await page.keyboard.press('[');
  await page.keyboard.press('k');
  await expectParameter(page, 'call', found[1]?.id ?? '');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(row(page, 1).getByRole('link')).toBeFocused();
});

test('Tab reaches one row of the table, and the skip link leads to the calls', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Skip to content' })).toBeInViewport();
  const reachable = await callLinks(page).evaluateAll(
    (links) => links.filter((link) => link.tabIndex === 0).length,
  );
  expect(reachable).toBe(1);
});

test('j and k move over rows that are not drawn yet', async ({ page }) => {
  await visit(page, '?limit=500');
  for (let pressed = 0; pressed < 60; pressed++) await page.keyboard.press('j');
  const focused = page.locator('tr:focus-within');
  await expect(focused).toHaveAttribute('aria-rowindex', '61');
  await expect(focused).toBeInViewport();
});

test('? lists the keys; Esc puts the list away', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(help).toBeVisible();
  for (const key of ['/', 'j', 'k', 'Enter', '[', ']', 'Esc', '?'])
    await expect(help.getByText(key, { exact: true }).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(help).toBeHidden();
});

test('no key fires while somebody types', async ({ page, demoCalls }) => {
  await visit(page);
  await search(page).focus();
  await page.keyboard.type('j/k?[]');
  await expect(search(page)).toHaveValue('j/k?[]');
  await expectParameter(page, 'search', 'j/k?[]');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('textbox', { name: 'Find or add: Tags' }).fill('');
  await page.keyboard.type('?j/');
  await expect(page.getByRole('textbox', { name: 'Find or add: Tags' })).toHaveValue('?j/');
  await expect(page.getByRole('dialog')).toBeHidden();

  await visit(page, `?call=${demoCalls[1]?.id}`);
  await expect(drawer(page)).toBeVisible();
  await search(page).focus();
  await page.keyboard.press(']');
  await expect(search(page)).toHaveValue(']');
  expect(parameter(page, 'call')).toBe(demoCalls[1]?.id);
});

test('no key fires together with Ctrl, Alt or Meta', async ({ page }) => {
  await visit(page);
  for (const modifier of ['Alt', 'Meta']) await page.keyboard.press(`${modifier}+j`);
  await page.keyboard.press('Control+/');
  await expect(search(page)).not.toBeFocused();
  await expect(page.locator('tr:focus-within')).toHaveCount(0);
});

test('single keys can be switched off, and stay off', async ({ page }) => {
  await visit(page);
  await page.keyboard.press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await help.getByRole('checkbox', { name: 'Single-key shortcuts are on' }).uncheck();
  await help.getByRole('button', { name: 'Close' }).click();
  await expect(help).toBeHidden();
  await reload(page);
  for (const key of ['/', 'j', '?']) await page.keyboard.press(key);
  await expect(search(page)).not.toBeFocused();
  await expect(page.locator('tr:focus-within')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(help).toBeVisible();
});

test('the focus is never hidden under the header of the table', async ({ page }) => {
  await visit(page, '?limit=100');
  for (let pressed = 0; pressed < 40; pressed++) await page.keyboard.press('j');
  for (let pressed = 0; pressed < 30; pressed++) await page.keyboard.press('k');
  const focused = page.locator('tr:focus-within');
  await expect(focused).toHaveAttribute('aria-rowindex', '11');
  const header = await page.locator('thead').boundingBox();
  const place = await focused.boundingBox();
  expect(place?.y).toBeGreaterThanOrEqual((header?.y ?? 0) + (header?.height ?? 0) - 1);
});
