import { expect, type Locator, type Page } from '@playwright/test';

/** The parts of the calls page by the names that people rely on. */

export function table(page: Page): Locator {
  return page.getByRole('table', { name: 'Calls' });
}

/** The links that open the calls: one in each row. */
export function callLinks(page: Page): Locator {
  return table(page).getByRole('link');
}

/** The row of a call on screen, counted from 0. */
export function row(page: Page, index: number): Locator {
  return table(page)
    .getByRole('row')
    .nth(index + 1);
}

/** The texts of a column on screen, top to bottom. */
export async function column(page: Page, name: string): Promise<string[]> {
  const headers = await table(page).getByRole('columnheader').allInnerTexts();
  const index = headers.findIndex((header) => header.trim().split('\n')[0] === name);
  expect(index, `a column ${name}`).toBeGreaterThanOrEqual(0);
  return table(page)
    .locator(`tr[data-call] > td:nth-child(${index + 1})`)
    .allInnerTexts();
}

/** The ids of the calls on screen, top to bottom. */
export async function callIds(page: Page): Promise<string[]> {
  const rows = await table(page).locator('tr[data-call]').all();
  return Promise.all(rows.map(async (each) => (await each.getAttribute('data-call')) ?? ''));
}

const FILTERS = 'aside[aria-label=Filters]';

export function filters(page: Page): Locator {
  return page.getByRole('complementary', { name: 'Filters' });
}

export function facet(page: Page, name: string): Locator {
  return filters(page).getByRole('group', { name, exact: true });
}

export function chips(page: Page): Locator {
  return page.getByRole('list', { name: 'Active filters' });
}

export function paging(page: Page): Locator {
  return page.getByRole('navigation', { name: 'Pagination' });
}

export function search(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search calls' });
}

export function drawer(page: Page): Locator {
  return page.getByRole('dialog', { name: / call · |^Call / });
}

/** Waits until the list says that it holds so many calls. */
export async function expectCount(page: Page, count: number): Promise<void> {
  await expect(paging(page)).toContainText(`of ${count.toLocaleString('en-US')}`);
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
}

/** One parameter of the page's address. */
export function parameter(page: Page, name: string): string | null {
  return new URL(page.url()).searchParams.get(name);
}

export async function expectParameter(page: Page, name: string, value: string | null) {
  await expect.poll(() => parameter(page, name)).toBe(value);
}

/** Opens the page at an address and waits until it reacts: before that clicks and keys fall into the void. */
export async function visit(page: Page, address = ''): Promise<void> {
  await page.goto(`/calls${address}`);
  await interactive(page);
}

export async function reload(page: Page): Promise<void> {
  await page.reload();
  await interactive(page);
}

/** Not by role: below a modal drawer these parts have none. The filters come alive a moment after the list. */
export async function interactive(page: Page): Promise<void> {
  const parts = ['input[type=search]', ':is(nav[aria-label=Pagination], main [role=alert])'];
  if ((await page.locator(FILTERS).count()) > 0) parts.push(`${FILTERS} input`);
  for (const part of parts) await reacts(page.locator(part).first());
}

/** Waits until React has an element: before that clicks and keys fall into the void. */
export async function reacts(element: Locator): Promise<void> {
  await expect
    .poll(() =>
      element.evaluate((node) => Object.keys(node).some((key) => key.startsWith('__reactProps'))),
    )
    .toBe(true);
}
