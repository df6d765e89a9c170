import { expect } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { expectCount, expectParameter } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { NOBODY_REACHED_SECONDS, NOBODY_REACHED_STATUSES } from '@/lib/call/query/filters';
import { formatCount } from '@/lib/format/number';

// The counts of a whole index.
test.use({ sync: true });

const isReached = ({ status, duration }: { status?: string | null; duration?: number | null }) =>
  !NOBODY_REACHED_STATUSES.some((each) => each === status) &&
  (duration ?? NOBODY_REACHED_SECONDS) >= NOBODY_REACHED_SECONDS;

/** A number as the page writes it. */
const numberIn = (text: string | null) => Number(text?.replaceAll(',', ''));

test('agreed rate by lane of booked calls, in a few clicks, and each number leads to its calls', async ({
  page,
  demoCalls,
}) => {
  await page.goto('/costs?from=all');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Outcomes' })
    .click();
  await expect(page).toHaveURL(/\/outcomes\?from=all/);
  const funnel = page.getByRole('region', { name: 'Funnel', exact: true });
  const reached = demoCalls.filter(isReached).length;
  await expect(funnel.getByRole('row', { name: /^Reached/ })).toContainText(formatCount(reached));

  await funnel.getByRole('button', { name: 'Choose outcomes' }).click();
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /^Booked/ })
    .click();
  const booked = demoCalls.filter(
    (call) => isReached(call) && call.classification?.tag === 'Booked',
  ).length;
  expect(booked).toBeGreaterThan(5);
  await page.keyboard.press('Escape');
  const step = funnel.getByRole('row', { name: /^Success/ });
  await expect(step).toContainText(formatCount(booked));

  await page.getByRole('button', { name: 'By an extracted value' }).click();
  const picker = page.getByRole('dialog', { name: 'By an extracted value' });
  await picker.getByRole('searchbox').fill('Lane origin');
  await picker.getByRole('button', { name: /^Lane origin/ }).click();
  await expectParameter(page, 'group_by', 'x.lane.origin');
  await page.getByRole('combobox', { name: 'Value' }).selectOption('agreed_rate');
  const byLane = page.getByRole('region', { name: 'Agreed rate by lane origin', exact: true });
  await expect(byLane.getByRole('columnheader', { name: 'Median', exact: true })).toBeVisible();
  const figure = page.getByRole('figure', { name: 'Outcomes over time' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expect(figure.getByRole('columnheader', { name: 'Booked', exact: true })).toBeVisible();
  await expectAccessible(page);

  const row = byLane.getByRole('row').nth(1);
  const count = numberIn(await row.getByRole('link').nth(1).textContent());
  expect(count).toBeGreaterThan(0);
  await row.getByRole('link').nth(1).click();
  await expectCount(page, count);
  await page.goBack();
  await step.getByRole('link').click();
  await expectCount(page, booked);
});

test('fields tell how often they are filled, also on a phone', async ({ page, demoCalls }) => {
  await page.goto('/outcomes?from=all');
  await page.getByRole('tab', { name: 'Fields' }).click();
  await expectParameter(page, 'tab', 'fields');
  await expect(page.getByRole('region', { name: 'Filled less often' })).toContainText(
    'two-proportion z-test',
  );
  const table = page.getByRole('table', { name: 'Fields' });
  const row = table.getByRole('row', { name: /Agreed rate.*Inbound Carrier Sales/ }).first();
  await expect(row).toBeVisible();
  await row.getByRole('button', { name: 'Agreed rate' }).click();
  const more = page.getByRole('dialog', { name: 'More of Agreed rate' });
  await expect(more.getByRole('region', { name: 'Filled by model' })).toContainText(/of \d/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(table).toBeVisible();
  const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
  expect(width).toBe(390);
  const filled = row.getByRole('link').nth(1);
  const count = numberIn(await filled.textContent());
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThan(demoCalls.length);
  await filled.click();
  await expectCount(page, count);
});

test('two numbers against each other lead to exactly their calls, by table and by keyboard', async ({
  page,
}) => {
  await page.goto('/outcomes?from=all&field=agreed_rate');
  const figure = page.getByRole('figure', { name: /^Agreed rate against / });
  await expect(figure).toContainText(/In [\d,]+ of [\d,]+ calls both are numbers/);
  await figure.getByRole('combobox', { name: 'Against' }).selectOption('offered_rate');
  await expectParameter(page, 'against', 'offered_rate');
  const drawing = page
    .getByRole('figure', { name: 'Agreed rate against Offered rate' })
    .getByRole('application');
  await drawing.focus();
  await page.keyboard.press('ArrowRight');
  await expect(figure.getByRole('status')).toContainText(
    /^Agreed rate .*, Offered rate .*: [\d,]+ calls?/,
  );
  await figure.getByRole('button', { name: 'Show as table' }).click();
  await expectAccessible(page);
  const heading = figure.getByRole('button', { name: 'Calls', exact: true });
  await heading.click();
  const link = figure.getByRole('table').getByRole('row').nth(1).getByRole('link');
  const count = numberIn(await link.textContent());
  expect(count).toBeGreaterThan(0);
  await link.click();
  await expectCount(page, count);
});
