import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  chips,
  column,
  drawer,
  expectCount,
  expectParameter,
  facet,
  filters,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import type { Call } from '@/lib/call/call';
import { readValue } from '@/lib/call/extraction/read-value';
import { valuesAt } from '@/lib/call/extraction/walk';

// The counts of a whole index.
test.use({ sync: true });

const textsOf = ({ extraction }: Call, key: string) =>
  valuesAt(extraction, key).map(({ value }) => String(value));

const numbersOf = ({ extraction }: Call, key: string) =>
  valuesAt(extraction, key).flatMap(({ value }) => readValue(value).number ?? []);

async function addFilter(page: Page, name: string) {
  await filters(page).getByRole('button', { name: 'Add a filter' }).click();
  const picker = page.getByRole('dialog', { name: 'Add a filter' });
  await picker.getByRole('searchbox', { name: 'Find a filter' }).fill(name);
  await picker.getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await expect(facet(page, name)).toBeVisible();
}

test('an extracted value becomes a filter, with the counts of its calls', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await addFilter(page, 'Lane origin');
  const first = facet(page, 'Lane origin').getByRole('checkbox').first();
  await expect(first).toHaveAccessibleDescription(/\d calls/);
  const [origin = ''] = await facet(page, 'Lane origin').locator('label bdi').allTextContents();
  const there = demoCalls.filter((call) => textsOf(call, 'lane.origin').includes(origin));
  await expect(first).toHaveAccessibleDescription(`${there.length.toLocaleString('en-US')} calls`);
  await first.click();
  await expectCount(page, there.length);
  await expect(chips(page)).toHaveText([`Lane origin${origin}`]);
  await expect(page).toHaveURL(/x\.lane\.origin=/);

  // Back takes the choice back, and the group stays, also on another visit.
  await page.goBack();
  await expectCount(page, demoCalls.length);
  await expect(first).not.toBeChecked();
  await page.goForward();
  await expect(first).toBeChecked();
  await visit(page);
  await facet(page, 'Lane origin').getByRole('button', { name: 'Remove the filter' }).click();
  await expect(facet(page, 'Lane origin')).toBeHidden();
});

test('bounds of a number, and the calls without one', async ({ page, demoCalls }) => {
  await visit(page, '?min_x.offered_rate=$2,000');
  const group = facet(page, 'Offered rate');
  const dear = demoCalls.filter((call) =>
    numbersOf(call, 'offered_rate').some((rate) => rate >= 2000),
  );
  await expectCount(page, dear.length);
  await group.getByRole('textbox', { name: /^Maximum offered rate/ }).fill('2,500');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'max_x.offered_rate', '2500');
  await expectCount(
    page,
    dear.filter((call) => numbersOf(call, 'offered_rate').some((rate) => rate <= 2500)).length,
  );
  await group.getByText('Has no value').hover();
  await group.getByRole('button', { name: 'Only Has no value' }).click();
  await expectCount(
    page,
    demoCalls.filter((call) => textsOf(call, 'offered_rate').length === 0).length,
  );
  await expectAccessible(page, 'aside[aria-label=Filters]');
});

test('a column of a key sorts all calls, and leads from a call to those that share it', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?columns=created,other_party,x.offered_rate,x.equipment');
  await table(page).getByRole('button', { name: 'Offered rate' }).click();
  await expectParameter(page, 'sort_by', 'x.offered_rate');
  const highest = Math.max(...demoCalls.flatMap((call) => numbersOf(call, 'offered_rate')));
  await expect
    .poll(async () => (await column(page, 'Offered rate'))[0])
    .toBe(highest.toLocaleString('en-US'));
  await expect(table(page).getByRole('columnheader', { name: 'Offered rate' })).toHaveCSS(
    'text-align',
    'right',
  );
  await table(page).getByRole('link').first().click();
  await drawer(page)
    .getByRole('button', { name: /^Only these: Equipment/ })
    .click();
  await expect(page).toHaveURL(/x\.equipment=/);
  await expect(chips(page)).toContainText('Equipment');
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
  await expectAccessible(page, '[role=dialog]');
});

test('on a phone they are found, too, and a broken name is told', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await visit(page, '?min_x.offered_rate=cheap&x.=1&columns=created,other_party,x.offered_rate');
  await expect(page.getByText(/min_x\.offered_rate must be a number/)).toContainText(
    'x. has no key',
  );
  await page.getByRole('button', { name: 'Show filters' }).click();
  await addFilter(page, 'Equipment');
  const counted = page.waitForResponse(
    (response) => response.url().includes('/api/facets?') && response.url().includes('x.equipment'),
  );
  await facet(page, 'Equipment').getByRole('checkbox').first().click();
  await expect(page).toHaveURL(/x\.equipment=/);
  // Counts are dimmed until they are those of the new view.
  await counted;
  // The sheet hides the list from others.
  await expect(page.getByRole('table', { name: 'Calls', includeHidden: true })).toHaveAttribute(
    'aria-busy',
    'false',
  );
  await expectAccessible(page, 'aside[aria-label=Filters]');
});
