import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { expectParameter } from '@/e2e/support/calls-page';
import {
  columnAt,
  figure,
  leadsTo,
  monthBefore,
  numberOf,
  settled,
  showAsTable,
  tile,
  visitCosts,
} from '@/e2e/support/costs-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';

test.use({ sync: true });

const GROUPS = 'Cost by use case';

/** The rows of a figure's file, each by its headings. */
async function savedRows(page: Page, name: string): Promise<Record<string, string>[]> {
  const saved = page.waitForEvent('download');
  await figure(page, name).getByRole('button', { name: 'CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n');
  const start = lines.findIndex((line) => line.startsWith('Key,') || line.startsWith('Step,'));
  const [headings = [], ...rows] = lines.slice(start).map(cellsOf);
  return rows.map((row) => Object.fromEntries(row.map((cell, at) => [headings[at] ?? '', cell])));
}

/** The cells of a line; those with a comma stand in quotes. */
function cellsOf(line: string): string[] {
  return line
    .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
    .map((cell) => cell.replace(/^"|"$/g, '').replaceAll('""', '"'));
}

function micros(text: string | undefined): number {
  return Math.round(Number(text) * 1e6);
}

function row(table: Locator, at: number): Locator {
  return table.locator('tbody tr').nth(at);
}

test('groups say what they cost before, and the largest change comes first', async ({
  page,
  servers,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  const rows = await savedRows(page, GROUPS);
  const sum = (column: string) => rows.reduce((all, each) => all + micros(each[column]), 0);
  expect(rows.length).toBeGreaterThan(2);
  for (const each of rows)
    expect(micros(each.Total) - micros(each['Period before'])).toBe(micros(each.Change));
  const sizes = rows.filter(({ Key }) => Key !== '').map((each) => Math.abs(micros(each.Change)));
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  const answer = await page.request.get(
    `/api/costs?${monthBefore(servers.now)}&compare=previous&timezone=UTC`,
  );
  const { totals, previous } = await answer.json();
  expect(sum('Total')).toBe(Math.round(totals.total * 1e6));
  expect(sum('Period before')).toBe(Math.round(previous.total * 1e6));
  const table = figure(page, GROUPS).getByRole('table');
  for (const column of ['Total', 'Period before', 'Calls', 'Nobody reached'])
    await expect(
      row(table, 0)
        .locator('td')
        .nth(await columnAt(table, column))
        .getByRole('link'),
    ).toBeVisible();
});

test('calls that reached nobody are the same everywhere', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  const reached = tile(page, 'Spent, nobody reached').getByRole('link').last();
  const count = await numberOf(reached);
  const rows = await savedRows(page, GROUPS);
  const inGroups = rows.reduce((sum, each) => sum + Number(each['Calls that reached nobody']), 0);
  expect(inGroups).toBe(count);
  const table = figure(page, GROUPS).getByRole('table');
  const link = row(table, 0)
    .locator('td')
    .nth(await columnAt(table, 'Nobody reached'))
    .getByRole('link');
  const name = (await row(table, 0).locator('td').first().textContent())?.trim();
  const own = rows.find((each) => each['Use case'] === name);
  await leadsTo(page, link, Number(own?.['Calls that reached nobody']));
});

/** The columns that say what a file counts. */
const FACTS = /^(Currency|Time zone|Range|Compared)/;

test('groups over time add up to the total, by every measure', async ({ page, servers }) => {
  const range = `${monthBefore(servers.now)}&interval=week&timezone=UTC`;
  await visitCosts(page, range);
  const name = 'Use cases over time';
  const answer = await page.request.get(`/api/costs?${range}`);
  const { totals } = await answer.json();
  for (const [measure, whole] of [
    ['Cost', Math.round(totals.total * 1e6)],
    ['Calls', totals.calls * 1e6],
  ] as const) {
    await figure(page, name).getByLabel('Measure').selectOption(measure);
    await expect(figure(page, name)).toContainText(`${measure} by use case.`);
    const rows = await savedRows(page, name);
    const all = rows.reduce((sum, each) => sum + micros(each.All), 0);
    expect(all).toBe(whole);
    for (const { Key, 'Use case': label, All, ...buckets } of rows)
      expect([
        Key,
        label,
        Object.entries(buckets)
          .filter(([column]) => !FACTS.test(column))
          .reduce((sum, [, text]) => sum + micros(text), 0),
      ]).toEqual([Key, label, micros(All)]);
  }
  await expectParameter(page, 'measure', 'calls');
  const table = await showAsTable(page, name);
  const link = row(table, 0).getByRole('link').first();
  await leadsTo(page, link, await numberOf(link));
});

test('what changed is told in a sentence, and its reasons lead to their groups', async ({
  page,
  servers,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  const told = page.getByRole('region', { name: 'What changed' });
  await expect(told).toContainText(/^The cost (rose|fell) by \$/);
  const reason = told.getByRole('link').first();
  expect(await told.getByRole('link').count()).toBeLessThanOrEqual(2);
  await reason.click();
  await expect(page).toHaveURL(/step=\w+/);
  const groups = figure(page, 'Why did it change').getByRole('region', { name: /by use case$/ });
  const table = groups.getByRole('table').first();
  await expect(table).toBeInViewport();
  const calls = await columnAt(table, 'Calls now');
  const cell = row(table, 0).locator('td').nth(calls).getByRole('link');
  await leadsTo(page, cell, await numberOf(cell));
  await groups.getByRole('button', { name: 'Hide' }).click();
  await expectParameter(page, 'step', null);
  await expect(groups).toHaveCount(0);
});

test('a step of the waterfall shows its groups by the keyboard', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  const change = figure(page, 'Why did it change');
  const drawing = change.locator('.recharts-surface').first();
  await drawing.focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/step=/);
  await expect(
    change
      .getByRole('region', { name: /by use case$/ })
      .getByRole('table')
      .first(),
  ).toBeVisible();
});

test('the waterfall has no step of nothing and none in the color of a component', async ({
  page,
  servers,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  const rows = await savedRows(page, 'Why did it change');
  for (const { Step, Amount } of rows) expect([Step, micros(Amount)]).not.toEqual([Step, 0]);
  const fills = await figure(page, 'Why did it change')
    .locator('.recharts-bar-rectangle path')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('fill')));
  expect(fills.length).toBeGreaterThan(2);
  for (const fill of fills) expect(fill).not.toContain('--cost-');
});

test('successes are defined from all outcomes, with names, and the link keeps them', async ({
  page,
  servers,
  trouble,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  await tile(page, 'Cost per success')
    .getByRole('button', { name: 'Choose which outcomes count' })
    .click();
  const dialog = page.getByRole('dialog', { name: 'Success definitions' });
  const outcomes = dialog.getByRole('group', { name: 'Outcomes that count' }).getByRole('checkbox');
  const facets = await page.request.get(`/api/facets?${monthBefore(servers.now)}`);
  const all = (await facets.json()).facets.classifications.filter(
    ({ value }: { value: string }) => value !== '(none)',
  );
  await expect(outcomes).toHaveCount(all.length);
  const rarest = all.at(-1);
  await dialog.getByRole('searchbox', { name: 'Search outcomes' }).fill(rarest.value);
  await dialog.getByRole('checkbox', { name: rarest.value }).first().check();
  const first = tile(page, 'Cost per Success');
  await expect(first.getByRole('link').last()).toHaveText(/\d+ calls?/);
  expect(await numberOf(first.getByRole('link').last())).toBe(rarest.count);
  await dialog.getByRole('textbox', { name: 'Name of the success' }).fill('Rare; one: two');
  await page.keyboard.press('Enter');
  await expect(tile(page, 'Cost per Rare; one: two')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add a success' }).click();
  await dialog.getByRole('searchbox', { name: 'Search outcomes' }).fill('');
  await outcomes.first().check();
  await expect(tile(page, 'Cost per Success 2')).toContainText(/\$\d/);
  await page.keyboard.press('Escape');
  await page.reload();
  await settled(page);
  const kept = tile(page, 'Cost per Rare; one: two').getByRole('link').last();
  await leadsTo(page, kept, rarest.count);
  const table = figure(page, GROUPS).getByRole('table');
  await columnAt(table, 'Cost per Rare; one: two');
  const rows = await savedRows(page, GROUPS);
  expect(rows.reduce((sum, each) => sum + Number(each['Calls: Rare; one: two']), 0)).toBe(
    rarest.count,
  );
  await figure(page, 'Use cases over time')
    .getByLabel('Measure')
    .selectOption('Cost per Success 2');
  await expectParameter(page, 'measure', 'cost_per_success_2');
  await page.route('**/api/costs/breakdown?*group_by=none*', (route) =>
    route.fulfill({ status: 503 }),
  );
  trouble.expect(failedAnswer(503, '/api/costs/breakdown'));
  await tile(page, 'Cost per Rare; one: two')
    .getByRole('button', { name: 'Define successes' })
    .click();
  await dialog.getByRole('checkbox').nth(2).click();
  await expect(tile(page, 'Cost per Rare; one: two').getByRole('alert')).toContainText(
    'Could not be loaded',
    { timeout: 20_000 },
  );
  await expect(dialog, 'a failure takes no choice away').toBeVisible();
});

for (const [name, { width, theme }] of Object.entries({
  'desk, light': { width: 1440, theme: 'light' },
  'phone, dark': { width: 390, theme: 'dark' },
} as const))
  test(`what drove the change is accessible: ${name}`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: theme });
    await visitCosts(page, `${monthBefore(servers.now)}&step=volume&successes=;Booked:booked`);
    await expectAccessible(page);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
