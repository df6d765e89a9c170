import { expect, type Page } from '@playwright/test';
import {
  chips,
  expectCount,
  expectParameter,
  facet,
  filters,
  search,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** Texts that could be taken for something else: numbers in every spelling, and tags that look alike. */

test.use({ sync: true, alone: 'odd texts' });

const TAGS = [['vip'], ['vip'], [' vip '], ['(none)'], [''], [], ['two;three']];
const DAY = '2026-01-02';
const RANGE = `from=${DAY}T00:00:00Z&to=${DAY}T23:59:59Z`;

const checkbox = (page: Page, name: string) =>
  facet(page, 'Tags').getByRole('checkbox', { name, exact: true });

test.beforeEach(async ({ upstream, page }) => {
  await upstream.insertCalls(
    ...TAGS.map((tags, at) => ({
      id: `e2e-odd-text-${at}`,
      type: 'Inbound',
      status: 'Completed',
      created: `${DAY}T10:00:0${at}Z`,
      metadata: { from: '+13125550142', to: '+14155550123', tags },
      extraction: { city: at === 0 ? 'Orle\u0301ans' : 'Orl\u00e9ans' },
    })),
  );
  // Whatever the list shows, the index keeps.
  await page.request.get(`/api/calls?${RANGE}`);
  const count = async () => (await (await page.request.get(`/api/facets?${RANGE}`)).json()).count;
  await expect.poll(count).toBe(TAGS.length);
});

test('each tag has a checkbox of its own, and as many calls as its count says', async ({
  page,
}) => {
  for (const [name, count, term] of [
    ['vip', 2, 'vip'],
    ['“ vip ”', 1, ' vip '],
    ['“(none)”', 1, '\\(none)'],
    ['Empty text', 1, '(empty)'],
    ['No tags', 1, '(none)'],
  ] as const) {
    await visit(page, `?${RANGE}`);
    await expect(checkbox(page, name)).toHaveAccessibleDescription(`${count} calls`);
    await checkbox(page, name).click();
    await expectParameter(page, 'tags', term);
    await expectCount(page, count);
    await expect(chips(page)).toContainText(name);
    await page.reload();
    await expect(checkbox(page, name)).toBeChecked();
    await expectCount(page, count);
  }
});

test('a search finds a number in any spelling, and é in either', async ({ page }) => {
  await visit(page, `?${RANGE}`);
  for (const text of [
    '(312) 555-0142',
    '+1 312-555-0142',
    '001 312 555 0142',
    '555-0142',
    'ORLE\u0301ANS',
    'orl\u00e9ans',
  ]) {
    await search(page).fill(text);
    await expectParameter(page, 'search', text);
    await expectCount(page, TAGS.length);
  }
  await search(page).fill('(312) 555-9999');
  await expect(table(page).getByRole('link')).toHaveCount(0);
});

test('a duration is read as it is written, or not at all', async ({ page }) => {
  await visit(page);
  const least = filters(page).getByRole('textbox', { name: 'Minimum duration in seconds' });
  for (const [text, seconds] of [
    ['20:00', '1200'],
    ['5m', '300'],
    ['1 200', '1200'],
  ] as const) {
    await least.fill(text);
    await least.press('Enter');
    await expectParameter(page, 'min_duration', seconds);
  }
  await least.fill('5:7');
  await least.press('Enter');
  await expect(filters(page).getByRole('alert')).toContainText('such as 1:30');
  await expect(least).toHaveAttribute('aria-invalid', 'true');
  await expectParameter(page, 'min_duration', '1200');
});
