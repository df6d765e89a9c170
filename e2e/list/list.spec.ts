import { expect, type Page } from '@playwright/test';
import {
  callIds,
  callLinks,
  column,
  drawer,
  expectCount,
  expectParameter,
  paging,
  reload,
  row,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

const LISTS = /\/api\/calls\?/;

function listRequests(page: Page): URL[] {
  const asked: URL[] = [];
  page.on('request', (request) => {
    if (LISTS.test(request.url())) asked.push(new URL(request.url()));
  });
  return asked;
}

test('the bare address leads to the calls', async ({ page, demoCalls }) => {
  await page.goto('/');
  await expect(page).toHaveURL(/\/calls$/);
  await expect(page).toHaveTitle('Calls · Callscope');
  await expect(page.getByRole('heading', { level: 1, name: 'Calls' })).toBeAttached();
  await expect(callLinks(page)).toHaveCount(50);
  expect(await callIds(page)).toEqual(demoCalls.slice(0, 50).map(({ id }) => id));
});

test('made-up data is called so', async ({ page }) => {
  await visit(page);
  await expect(page.getByRole('note')).toContainText('Demo data. These calls are made up.');
});

test('the first rows are in the HTML as the server sends it', async ({ request, demoCalls }) => {
  const html = await (await request.get('/calls?limit=25')).text();
  const rows = [...html.matchAll(/data-call="([^"]+)"/g)].map(([, id]) => id);
  expect(rows).toEqual(demoCalls.slice(0, 25).map(({ id }) => id));
  expect(html).toContain('of <span class="text-text">12,993</span>');
});

test('the browser asks for nothing that the server has drawn, and fetches the next page ahead', async ({
  page,
  upstream,
}) => {
  const asked = listRequests(page);
  await visit(page);
  await expectCount(page, 12_993);
  await expect.poll(() => asked.map((url) => url.searchParams.get('offset'))).toEqual(['50']);
  const first = (await upstream.requests()).filter(({ path }) => !path.includes('skip='));
  expect(first).toHaveLength(1);

  const ahead = page.waitForRequest((request) => request.url().includes('offset=100'));
  await paging(page).getByRole('button', { name: 'Next page' }).click();
  await expect(paging(page)).toContainText('51–100 of 12,993');
  await ahead;
  expect(asked.map((url) => url.searchParams.get('offset'))).toEqual(['50', '100']);
});

test('the table counts its rows over all pages', async ({ page }) => {
  await visit(page, '?offset=100');
  await expect(table(page)).toHaveAttribute('aria-rowcount', '12994');
  await expect(row(page, 0)).toHaveAttribute('aria-rowindex', '102');
  await expect(row(page, 49)).toHaveAttribute('aria-rowindex', '151');
});

test('sorting by time turns the list around, and Back turns it back', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?offset=50');
  const header = table(page).getByRole('columnheader', { name: 'Time' });
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await header.getByRole('button', { name: 'Time' }).click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expectParameter(page, 'sort', 'asc');
  await expectParameter(page, 'offset', null);
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls.at(-1)?.id ?? '');
  await page.goBack();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[50]?.id ?? '');
});

test('numbers, money and phone numbers are written for people', async ({ page }) => {
  await visit(page, '?statuses=Completed&limit=25');
  for (const cost of await column(page, 'Cost')) expect(cost).toMatch(/^\$\d+\.\d{2,4}$|no cost/);
  for (const text of await column(page, 'Duration')) expect(text).toMatch(/^\d+:\d{2}$|no dur/);
  expect(await column(page, 'Other party')).toContainEqual(
    expect.stringMatching(/\+1 \d{3}-\d{3}-\d{4}$/),
  );
  const [time] = await column(page, 'Time');
  expect(time).toMatch(/[A-Z][a-z]{2} \d{2}, \d{2}:\d{2}:\d{2}/);
  await expect(row(page, 0).getByRole('time')).toHaveAttribute('title', /\d+ (min|h|d) ago/);
});

test('2,000 rows scroll with few of them drawn, to the very last', async ({ page, demoCalls }) => {
  await visit(page, '?limit=2000');
  await expect(paging(page)).toContainText('1–2,000 of 12,993');
  await expect(table(page)).toHaveAttribute('aria-rowcount', '12994');
  await expect(row(page, 0)).toHaveAttribute('aria-rowindex', '2');
  expect(await callLinks(page).count()).toBeLessThan(120);

  const scroller = table(page).locator('xpath=..');
  await scroller.evaluate((node) => node.scrollTo(0, node.scrollHeight / 2));
  const middle = table(page).locator(`tr[data-call="${demoCalls[1000]?.id}"]`);
  await expect(middle).toBeInViewport();
  await expect(middle).toHaveAttribute('aria-rowindex', '1002');
  expect(await callLinks(page).count()).toBeLessThan(120);

  await scroller.evaluate((node) => node.scrollTo(0, node.scrollHeight));
  const last = table(page).locator(`tr[data-call="${demoCalls[1999]?.id}"]`);
  await expect(last).toBeInViewport();
  await expect(last).toHaveAttribute('aria-rowindex', '2001');
});

test('the theme follows the system until one is chosen, and the choice stays', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await page.emulateMedia({ colorScheme: 'light' });
  await visit(page);
  const light = await background();
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(background).not.toBe(light);
  const dark = await background();

  await page.getByRole('button', { name: 'Theme: system' }).click();
  await expect.poll(background).toBe(light);
  await reload(page);
  expect(await background()).toBe(light);

  await page.emulateMedia({ colorScheme: 'light' });
  await page.getByRole('button', { name: 'Theme: light' }).click();
  await expect.poll(background).toBe(dark);
  await page.getByRole('button', { name: 'Theme: dark' }).click();
  await expect.poll(background).toBe(light);
});

test('rows can be made compact, and stay so', async ({ page }) => {
  await visit(page);
  const height = async () => (await row(page, 0).boundingBox())?.height;
  expect(await height()).toBe(36);
  await page.getByRole('button', { name: 'Compact rows' }).click();
  await expect.poll(height).toBe(28);
  await reload(page);
  expect(await height()).toBe(28);
  await expect(page.getByRole('button', { name: 'Compact rows' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
});

test('the filters can be folded away, and stay so', async ({ page }) => {
  await visit(page);
  const sidebar = page.getByRole('complementary', { name: 'Filters' });
  await sidebar.getByRole('button', { name: 'Hide filters' }).click();
  await expect(sidebar).toBeHidden();
  await reload(page);
  await expect(sidebar).toBeHidden();
  await page.getByRole('button', { name: 'Show filters' }).click();
  await expect(sidebar).toBeVisible();
});

test('a new tab is a middle click or Ctrl click away, anywhere on the row', async ({
  page,
  context,
  demoCalls,
}) => {
  await visit(page, '?statuses=Completed');
  const calls = demoCalls.filter(({ status }) => status === 'Completed');
  for (const [index, click] of [
    [0, { button: 'middle' }],
    [1, { modifiers: ['ControlOrMeta'] }],
  ] as const)
    for (const cell of ['Completed', 'time']) {
      const there = row(page, index);
      const target = cell === 'time' ? there.getByRole('link') : there.getByText(cell).first();
      const [tab] = await Promise.all([
        context.waitForEvent('page'),
        target.click({ ...click, modifiers: 'modifiers' in click ? [...click.modifiers] : [] }),
      ]);
      await expect(drawer(tab)).toBeVisible();
      expect(new URL(tab.url()).search).toBe(`?statuses=Completed&call=${calls[index]?.id}`);
      await tab.close();
    }
  await expect(drawer(page)).toBeHidden();
});
