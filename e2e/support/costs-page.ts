import { expect, type Locator, type Page } from '@playwright/test';
import { expectCount } from './calls-page';

/** What specs of the cost page share. */

const DAY = 86_400_000;

/** Thirty whole days of demo data that nothing is added to. */
export function monthBefore(now: number): string {
  const end = Math.floor(now / DAY) * DAY - 1;
  return `from=${new Date(end + 1 - 30 * DAY).toISOString()}&to=${new Date(end).toISOString()}`;
}

export function figure(page: Page, name: string): Locator {
  return page.getByRole('figure', { name, exact: true });
}

export function keyFigures(page: Page): Locator {
  return page.getByRole('region', { name: 'Key figures' });
}

/** A key figure by its label. */
export function tile(page: Page, label: string): Locator {
  return keyFigures(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('term').getByText(label, { exact: true }) });
}

/** Opens the page and waits until every part of it has its answer. */
export async function visitCosts(page: Page, query: string): Promise<void> {
  await page.goto(`/costs?${query}`);
  await settled(page);
}

export async function settled(page: Page): Promise<void> {
  await expect(keyFigures(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('figure[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
}

export function numberIn(text: string): number {
  return Number(/\d[\d,]*/.exec(text)?.[0].replaceAll(',', ''));
}

export async function numberOf(place: Locator): Promise<number> {
  return numberIn((await place.textContent()) ?? '');
}

/**
 * Asks the API what a link to the list leads to: as many calls as it says. {@link leadsTo} does the same by hand, which
 * takes two pages for each link.
 */
export async function counts(page: Page, link: Locator, count: number): Promise<void> {
  const [path, query] = ((await link.getAttribute('href')) ?? '').split('?');
  expect(path).toBe('/calls');
  const asked = new URLSearchParams(query);
  if (!asked.has('timezone')) asked.set('timezone', 'America/Chicago');
  asked.set('limit', '1');
  const answer = await (await page.request.get(`/api/calls?${asked}`)).json();
  expect(answer, `${path}?${query}`).toMatchObject({ count });
}

/** Follows a link, sees that the list has so many calls, and comes back. */
export async function leadsTo(page: Page, link: Locator, count: number): Promise<void> {
  await link.click();
  await expect(page).toHaveURL(/\/calls\?/);
  if (count === 0) await expect(page.getByText('No call matches')).toBeVisible();
  else await expectCount(page, count);
  await page.goBack();
  await settled(page);
}

export async function showAsTable(page: Page, name: string): Promise<Locator> {
  await figure(page, name).getByRole('button', { name: 'Show as table' }).click();
  return figure(page, name).getByRole('table', { name, exact: true });
}

/** Where a column of a table stands, from 0. */
export async function columnAt(table: Locator, heading: string): Promise<number> {
  const headings = await table.getByRole('columnheader').allInnerTexts();
  const at = headings.findIndex((text) => text.trim() === heading);
  expect(at, `a column “${heading}”`).toBeGreaterThanOrEqual(0);
  return at;
}
