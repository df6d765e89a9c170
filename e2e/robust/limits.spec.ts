import { expect } from '@playwright/test';
import {
  chips,
  expectCount,
  expectParameter,
  facet,
  filters,
  parameter,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** Values larger, longer and more than most: carried, or told. */

test.use({ sync: true, alone: 'limits' });

const HUGE = 1_100_000_000;

test('a call that costs more than a thousand million takes no figure away', async ({
  page,
  upstream,
  demoCalls,
}) => {
  const created = new Date().toISOString();
  await upstream.insertCalls({
    ...demoCalls[0],
    id: 'e2e-huge',
    created,
    costs: { total_costs: HUGE, voip: HUGE },
  });
  await page.request.post('/api/sync', { headers: { 'sec-fetch-site': 'same-origin' } });
  const totals = async () => (await page.request.get('/api/costs?from=-7d')).text();
  await expect.poll(totals, { timeout: 20_000 }).toContain('11000');

  await page.goto('/costs?from=-7d');
  await expect(page.getByRole('region', { name: 'Key figures' })).toContainText('$1,100,');
  for (const name of ['Cost over time', 'Cost by use case', 'Distribution', 'When']) {
    const figure = page.getByRole('figure', { name, exact: true });
    await expect(figure).toHaveAttribute('aria-busy', 'false');
    await expect(figure.getByRole('alert')).toHaveCount(0);
    await figure.getByRole('button', { name: 'Show as table' }).click();
    await expect(figure.getByRole('table', { name, exact: true })).toContainText(/\d/);
  }
  await visit(page, '?call=e2e-huge&tab=costs');
  await expect(page.getByRole('tabpanel')).toContainText('$1,100,000,000');
});

test('a hundred values are carried; one more is told and nothing changes', async ({ page }) => {
  const tags = Array.from({ length: 100 }, (_, index) => `tag-${index}`);
  await visit(page, `?tags=${tags.join(',')}`);
  await expect(chips(page)).toContainText('tag-99');
  const before = parameter(page, 'tags');
  const field = facet(page, 'Tags').getByRole('textbox');
  await field.fill('one-too-many');
  await field.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: 'Not changed' })).toContainText('“Tags”');
  expect(parameter(page, 'tags')).toBe(before);
});

test('a link with one value too many says so instead of showing every call as if it were right', async ({
  page,
}) => {
  const tags = Array.from({ length: 101 }, (_, index) => `tag-${index}`);
  await visit(page, `?tags=${tags.join(',')}`);
  await expect(page.getByRole('status').filter({ hasText: 'not understood' })).toContainText(
    'tags ',
  );
});

test('a value of a thousand characters is carried', async ({ page }) => {
  const long = 'x'.repeat(1000);
  // Whatever other tests have left in the index.
  const { count } = await (await page.request.get('/api/facets')).json();
  await visit(page, `?${new URLSearchParams({ not_tags: long })}`);
  await expect(chips(page).getByRole('listitem')).toHaveCount(1);
  await expectCount(page, count);
  expect(parameter(page, 'not_tags')).toBe(long);
});

test('"1,200" seconds are 1,200', async ({ page, demoCalls }) => {
  await visit(page);
  const least = filters(page).getByRole('textbox', { name: 'Minimum duration in seconds' });
  await least.fill('1,200');
  await least.press('Enter');
  await expectParameter(page, 'min_duration', '1200');
  const wanted = demoCalls.filter(({ duration }) => (duration ?? -1) >= 1200).length;
  if (wanted > 0) await expectCount(page, wanted);
  else await expect(table(page).getByRole('link')).toHaveCount(0);
});

test('a value that takes most of an address is carried', async ({ page }) => {
  await visit(page, `?${new URLSearchParams({ not_tags: 'é'.repeat(1000) })}`);
  await expect(chips(page).getByRole('listitem')).toHaveCount(1);
  await expect(table(page).getByRole('link')).toHaveCount(50);
});
