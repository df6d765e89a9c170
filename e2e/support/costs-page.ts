import { expect, type Locator, type Page } from '@playwright/test';

/** The parts of the page of costs by the names that people rely on. */

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
