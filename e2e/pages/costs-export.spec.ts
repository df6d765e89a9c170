import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { test } from '@/e2e/support/fixtures';
import { toMicros } from '@/lib/call/costs/costs';
import { PROVIDER_TAG_PREFIX } from '@/lib/call/query/focus-columns';
import { parseCsv, parseTable } from '@/lib/server/services/export/formats/csv.test-parser';
import { brokenRules } from '@/lib/server/services/export/formats/focus/validator.test-validator';

test.use({ sync: true });

const DAY = 86_400_000;

/** The files of costs, from the page that shows them. */

test('the page of costs gives its days as FOCUS, which add up to its total', async ({
  page,
  servers: { url },
}) => {
  const end = Math.floor(Date.now() / DAY) * DAY;
  const range = new URLSearchParams({
    from: new Date(end - 30 * DAY).toISOString(),
    to: new Date(end - 1).toISOString(),
    type: 'Outbound',
  });
  await page.goto(`/costs?${range}`);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Export calls' });
  await expect(dialog.getByRole('radio', { name: /^Daily costs as FOCUS/ })).toBeChecked();
  const start = dialog.getByRole('button', { name: 'Start export' });
  await expect(start).toBeEnabled();
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await start.click();
  const file = await waiting;
  expect(file.suggestedFilename()).toMatch(/^callscope-costs-focus-daily-.*-filtered\.csv$/);
  const text = await readFile(await file.path(), 'utf8');
  const rows = parseTable(text);
  expect(brokenRules(parseCsv(text)[0] ?? [], rows, [PROVIDER_TAG_PREFIX])).toEqual([]);
  const answer = await fetch(`${url}/api/costs?${range}&interval=month`);
  const { totals } = await answer.json();
  const billed = rows.reduce((sum, { BilledCost }) => sum + toMicros(Number(BilledCost)), 0);
  expect(billed).toBe(toMicros(totals.total));
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeFocused();
});

test('on a phone the page of costs has its export, too', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/costs');
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
