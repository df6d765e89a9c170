import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { chips, drawer, expectCount, expectParameter, paging } from '@/e2e/support/calls-page';
import {
  columnAt,
  counts,
  figure,
  keyFigures,
  leadsTo,
  monthBefore,
  numberIn,
  numberOf,
  settled,
  showAsTable,
  tile,
  visitCosts,
} from '@/e2e/support/costs-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';

test.use({ sync: true });

const DAY = 86_400_000;

const FIGURES = [
  'Cost over time',
  'Cost by use case',
  'Why did it change',
  'When',
  'Distribution',
] as const;

test('key figures lead to their calls', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  const count = (label: string) => numberOf(tile(page, label).getByRole('link').first());
  const calls = await count('Calls');
  const costless = await count('Calls without a cost');
  expect(calls).toBeGreaterThan(1000);
  await leadsTo(page, tile(page, 'Calls without a cost').getByRole('link').first(), costless);
  await counts(page, tile(page, 'Calls').getByRole('link').first(), calls);
  await counts(page, tile(page, 'Minutes').getByRole('link').first(), calls);
  await counts(page, tile(page, 'Total').getByRole('link').first(), calls - costless);
  const fruitless = tile(page, 'Spent, nobody reached').getByRole('link').last();
  await counts(page, fruitless, await numberOf(fruitless));
  const before = tile(page, 'Calls').getByRole('link').last();
  await counts(page, before, await numberOf(before));
});

test('every bucket leads to its calls, and all of them are the total', async ({
  page,
  servers,
}) => {
  await visitCosts(page, `${monthBefore(servers.now)}&interval=week&timezone=Asia/Kathmandu`);
  const total = await numberOf(tile(page, 'Calls').getByRole('link').first());
  const table = await showAsTable(page, 'Cost over time');
  const rows = await table.locator('tbody tr').all();
  let sum = 0;
  for (const row of rows) {
    const link = row.getByRole('link').first();
    const count = await numberOf(link);
    await counts(page, link, count);
    sum += count;
  }
  expect(sum).toBe(total);
});

test('a bar leads to the calls of its bucket', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&interval=day&timezone=UTC`);
  const bars = figure(page, 'Cost over time').locator('.recharts-surface').first();
  const box = await bars.boundingBox();
  if (!box) throw new Error('There is no drawing.');
  const position = { x: box.width / 2, y: box.height / 2 };
  await bars.hover({ position });
  // The line says its own date.
  await expect(
    figure(page, 'Cost over time').getByText(/^Before: \w{3}, \w{3} \d+, \d{4}/),
  ).toBeVisible();
  await bars.click({ position });
  await expect(page).toHaveURL(/\/calls\?.*from=.*T00:00:00\.000Z&to=.*T23:59:59\.999Z/);
  await expect(paging(page)).toContainText(/of \d/);
});

for (const [grouping, label] of [
  ['use_case', 'use case'],
  ['model', 'model'],
  ['campaign', 'campaign'],
  ['agent', 'agent'],
  ['classification', 'outcome'],
  ['status', 'status'],
  ['type', 'type'],
  ['language', 'language'],
  ['tag', 'tag'],
] as const)
  test(`groups by ${label} lead to their calls`, async ({ page, servers }) => {
    await visitCosts(page, `${monthBefore(servers.now)}&group_by=${grouping}`);
    const table = figure(page, `Cost by ${label}`).getByRole('table');
    const rows = table.locator('tbody tr');
    const last = (await rows.count()) - 1;
    const calls = await columnAt(table, 'Calls');
    for (let at = 0; at <= last; at += 1) {
      const cell = rows.nth(at).locator('td').nth(calls);
      const count = await numberOf(cell);
      // What is left over of tags is what no filter says.
      const isRest =
        grouping === 'tag' && (await rows.nth(at).textContent())?.includes('All others');
      if (count > 0 && !isRest) await counts(page, cell.getByRole('link'), count);
      else await expect(cell.getByRole('link')).toHaveCount(0);
    }
    const footer = figure(page, `Cost by ${label}`).locator('tfoot');
    await expect(footer).toHaveCount(grouping === 'tag' ? 0 : 1);
  });

test('groups are sorted by any column', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  const table = figure(page, 'Cost by use case').getByRole('table');
  const calls = await columnAt(table, 'Calls');
  await table.getByRole('button', { name: 'Calls' }).click();
  await expect(table.getByRole('columnheader', { name: 'Calls' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  const counts = async () =>
    (await table.locator(`tbody td:nth-child(${calls + 1})`).allInnerTexts()).map(numberIn);
  const sorted = [...(await counts())].sort((a, b) => b - a);
  expect(await counts()).toEqual(sorted);
  await expectParameter(page, 'group_sort', '-calls');
  await page.reload();
  await settled(page);
  expect(await counts()).toEqual(sorted);
  await table.getByRole('button', { name: 'Calls' }).click();
  await expectParameter(page, 'group_sort', 'calls');
  await expect.poll(counts).toEqual([...sorted].reverse());
  await table.getByRole('button', { name: 'Calls' }).click();
  await expectParameter(page, 'group_sort', null);
});

test('what the week is coloured by is in the address', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  await expect(figure(page, 'When')).toContainText('costs most');
  await figure(page, 'When').getByRole('button', { name: 'Calls', exact: true }).click();
  await expectParameter(page, 'heat', 'calls');
  await page.reload();
  await settled(page);
  await expect(figure(page, 'When')).toContainText('has most calls');
  await figure(page, 'When').getByRole('button', { name: 'Cost', exact: true }).click();
  await expectParameter(page, 'heat', null);
});

test('the keyboard goes from bar to bar and opens one', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&interval=week&timezone=UTC`);
  for (const [name, key] of [
    ['Cost over time', 'ArrowRight'],
    ['Distribution', 'ArrowRight'],
  ] as const) {
    const drawing = figure(page, name).locator('.recharts-surface').first();
    await expect(drawing.locator('desc')).toContainText('Enter shows the calls of a bar');
    await drawing.focus();
    await page.keyboard.press(key);
    const tip = figure(page, name).locator('.recharts-tooltip-wrapper');
    const spoken = async () => /Calls\s*([\d,]+)/.exec((await tip.textContent()) || '')?.[1];
    await expect.poll(spoken).toBeTruthy();
    const count = numberIn((await spoken()) ?? '');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/calls\?/);
    await expectCount(page, count);
    await page.goBack();
    await settled(page);
  }
});

test('the change adds up, and its periods lead to their calls', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  const change = figure(page, 'Why did it change');
  await expect(change.getByRole('list', { name: 'The steps in words' })).toContainText(
    /[0-9] (more|fewer) call/,
  );
  const saved = page.waitForEvent('download');
  await change.getByRole('button', { name: 'CSV' }).click();
  const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\r\n');
  const amounts = lines.slice(1).map((line) => Math.round(Number(line.split(',')[1]) * 1e6));
  const after = amounts.at(-1);
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(after);
  const calls = await numberOf(tile(page, 'Calls').getByRole('link').first());
  const costless = await numberOf(tile(page, 'Calls without a cost').getByRole('link').first());
  const table = await showAsTable(page, 'Why did it change');
  await leadsTo(page, table.getByRole('link').last(), calls - costless);
});

test('hours of the week lead to their calls', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&timezone=Asia/Kathmandu`);
  const cells = figure(page, 'When').locator('a[data-cell]');
  for (const at of [0, 50, 100]) {
    const name = (await cells.nth(at).getAttribute('aria-label')) ?? '';
    await counts(page, cells.nth(at), numberIn(name.split(': ')[1] ?? ''));
  }
  await figure(page, 'When').locator('a[tabindex="0"]').focus();
  await page.keyboard.press('ArrowDown');
  await expect(figure(page, 'When').locator('a:focus')).toHaveAttribute('aria-label', /^Tue/);
});

test('bars of the distribution and the dearest calls lead to their calls', async ({
  page,
  servers,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  const table = await showAsTable(page, 'Distribution');
  const rows = (await table.locator('tbody tr').count()) - 1;
  for (const at of [0, 3, rows]) {
    const link = figure(page, 'Distribution').locator('tbody tr').nth(at).getByRole('link');
    await counts(page, link, await numberOf(link));
  }
  const dearest = page.getByRole('table', { name: 'Most expensive calls' });
  await expect(dearest.locator('tbody tr')).toHaveCount(20);
  await dearest.getByRole('link').first().click();
  await expect(drawer(page)).toBeVisible();
  await expectParameter(page, 'sort_by', 'total_cost');
});

test('what moves with the clock stands still in the links of every figure', async ({ page }) => {
  await visitCosts(page, 'from=-7d&timezone=UTC');
  const first = await page.request.get('/api/costs/patterns?from=-7d&timezone=UTC');
  const counted = (await first.json()).ranges.current;
  const links = {
    heat: figure(page, 'When').locator('a[data-cell]').last(),
    dearest: figure(page, 'Distribution').getByRole('link').first(),
    total: tile(page, 'Calls').getByRole('link').first(),
  };
  for (const [name, link] of Object.entries(links)) {
    const asked = new URLSearchParams((await link.getAttribute('href'))?.split('?')[1]);
    for (const end of ['from', 'to'] as const) {
      const apart = Date.parse(counted[end]) - Date.parse(asked.get(end) ?? '');
      expect(apart, `${end} of ${name}`).toBeGreaterThanOrEqual(0);
      expect(apart, `${end} of ${name}`).toBeLessThan(60_000);
    }
  }
  const name = (await links.heat.getAttribute('aria-label')) ?? '';
  await counts(page, links.heat, numberIn(name.split(': ')[1] ?? ''));
  await showAsTable(page, 'Distribution');
  const bar = figure(page, 'Distribution').locator('tbody').first().getByRole('link').first();
  await counts(page, bar, await numberOf(bar));
});

test('the address keeps the view', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  await page.getByLabel('Interval').selectOption('week');
  await expectParameter(page, 'interval', 'week');
  await page.getByLabel('Group by').selectOption('model');
  await expectParameter(page, 'group_by', 'model');
  await page.getByLabel('Compare with').selectOption('none');
  await expectParameter(page, 'compare', 'none');
  await page.reload();
  await settled(page);
  await expect(page.getByLabel('Interval')).toHaveValue('week');
  await expect(figure(page, 'Cost by model')).toBeVisible();
  await expect(figure(page, 'Why did it change')).toContainText('switched off');
  await expect(keyFigures(page)).toContainText('not compared');
});

test('changes that follow each other fast all arrive', async ({ page, servers }) => {
  test.slow();
  // Before, between and after the moments in which the router draws and writes the address itself.
  for (const gap of [0, 70, 100, 150]) {
    await visitCosts(page, monthBefore(servers.now));
    await page.evaluate(async (pause) => {
      const field = (label: string) =>
        [...document.querySelectorAll('label')]
          .find(({ textContent }) => textContent?.startsWith(label))
          ?.querySelector<HTMLInputElement | HTMLSelectElement>('input, select');
      const choose = async (label: string, value: string) => {
        const select = field(label);
        const { set } = Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value') ?? {};
        set?.call(select, value);
        select?.dispatchEvent(new Event('change', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, pause));
      };
      await choose('Interval', 'week');
      await choose('Group by', 'model');
      await choose('Compare', 'none');
    }, gap);
    await expectParameter(page, 'compare', 'none');
    await expect(figure(page, 'Cost by model'), `${gap} ms apart`).toBeVisible();
    await settled(page);
    await expectParameter(page, 'interval', 'week');
    await expectParameter(page, 'group_by', 'model');
    await expectParameter(page, 'compare', 'none');
  }
  await page.goBack();
  await expectParameter(page, 'compare', null);
  await expectParameter(page, 'group_by', 'model');
  await page.goBack();
  await expectParameter(page, 'group_by', null);
  await expectParameter(page, 'interval', 'week');
});

test('filters go along between the pages', async ({ page }) => {
  await page.goto('/calls?type=Inbound');
  const navigation = page.getByRole('navigation', { name: 'Main' });
  await navigation.getByRole('link', { name: 'Costs' }).click();
  await expect(page).toHaveURL(/\/costs\?/);
  await expectParameter(page, 'type', 'Inbound');
  await expectParameter(page, 'from', null);
  await expect(keyFigures(page)).toContainText('compared with');
  await expect(navigation.getByRole('link', { name: 'Costs' })).toHaveAttribute(
    'aria-current',
    'page',
  );
  await expect(chips(page)).toContainText('Inbound');
  await settled(page);
  await navigation.getByRole('link', { name: 'Calls', exact: true }).click();
  await expect(page).toHaveURL(/\/calls\?.*type=Inbound/);
});

test('every figure is a table and a file too', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  for (const name of FIGURES) {
    await expect(figure(page, name).locator('svg:has(title)').first()).toBeVisible();
    const csv = page.waitForEvent('download');
    await figure(page, name).getByRole('button', { name: 'CSV' }).click();
    expect((await csv).suggestedFilename()).toMatch(
      /^callscope-[a-z-]+20\d\d-[-\d]+to-[-\d]+\.csv$/,
    );
    const png = page.waitForEvent('download');
    await figure(page, name).getByRole('button', { name: 'PNG' }).click();
    const picture = await readFile(await (await png).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.length).toBeGreaterThan(5000);
    const table = await showAsTable(page, name);
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(2);
  }
});

test('a range without calls, and one without a beginning', async ({ page }) => {
  await visitCosts(page, 'from=2020-01-01T00:00:00Z&to=2020-01-31T00:00:00Z');
  await expect(tile(page, 'Calls')).toContainText('0');
  await expect(tile(page, 'Total')).not.toContainText('$');
  await expect(figure(page, 'Cost over time')).toContainText('No call matches');
  await expect(figure(page, 'Distribution')).toContainText('No call matches');
  await visitCosts(page, 'from=all');
  await expect(keyFigures(page)).toContainText('All time, not compared');
  await expect(figure(page, 'Why did it change')).toContainText('no period before it');
});

/** The dates of a range that the key figures name, as a sentence. */
async function compared(page: Page): Promise<string> {
  return (await keyFigures(page).locator('p').first().textContent()) ?? '';
}

test('the bare page shows the last 28 days against the 28 before', async ({ page }) => {
  await visitCosts(page, '');
  await expect(page.getByRole('button', { name: 'Date range' })).toContainText('Last 28 days');
  expect(await compared(page)).toContain('(as many days)');
  const bare = await tile(page, 'Calls').textContent();
  await visitCosts(page, 'from=-28d');
  await expect(tile(page, 'Calls')).toHaveText(bare ?? '');
  await page.getByRole('button', { name: 'Date range', exact: true }).click();
  await page.getByRole('button', { name: 'All time', exact: true }).click();
  await expectParameter(page, 'from', 'all');
  await expect(keyFigures(page).locator('p').first()).toContainText('All time, not compared');
});

test('last month is compared with the one before, and the arrows go from month to month', async ({
  page,
}) => {
  await visitCosts(page, 'from=last-month&timezone=America/Chicago');
  const answer = await page.request.get(
    '/api/costs?from=last-month&timezone=America/Chicago&compare=previous',
  );
  const { totals, previous, periods } = await answer.json();
  expect(periods.previous.kind).toBe('calendar');
  const change = ((totals.total - previous.total) / previous.total) * 100;
  await expect(tile(page, 'Total')).toContainText(
    `${change > 0 ? 'up' : 'down'} ${Math.abs(change).toFixed(1)}%`,
  );
  const table = await showAsTable(page, 'Cost over time');
  const rows = await table.locator('tbody tr').count();
  expect(rows).toBeGreaterThanOrEqual(30);
  await page.getByRole('button', { name: 'Previous period' }).click();
  await expectParameter(page, 'from', periods.previous.from);
  await expectParameter(page, 'to', periods.previous.to);
  await settled(page);
  await page.getByRole('button', { name: 'Next period' }).click();
  await page.getByRole('button', { name: 'Next period' }).click();
  await expectParameter(page, 'from', 'this-month');
  await expect(keyFigures(page).locator('p').first()).toContainText('(the same part of it)');
  await expect(page.getByRole('button', { name: 'Next period' })).toBeDisabled();
  await page.getByLabel('Compare with').selectOption('year');
  await expectParameter(page, 'compare', 'year');
});

test('nothing is compared with what the index cannot know', async ({ page, demoCalls }) => {
  const oldest = Math.min(...demoCalls.map(({ created }) => Date.parse(created)));
  const from = new Date(oldest + 5 * DAY).toISOString();
  const to = new Date(oldest + 15 * DAY).toISOString();
  await visitCosts(page, `from=${from}&to=${to}&timezone=UTC`);
  expect(await compared(page)).toMatch(
    /not compared: calls are known from \w{3} \d+(, \d{4})? only/,
  );
  await expect(tile(page, 'Total')).not.toContainText('before');
});

test('a drag over the bars narrows the range, and Back undoes it', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&interval=day&timezone=UTC`);
  const url = page.url();
  const drawing = figure(page, 'Cost over time').locator('.recharts-surface').first();
  await drawing.scrollIntoViewIfNeeded();
  const box = await drawing.boundingBox();
  if (!box) throw new Error('There is no drawing.');
  const [y, from, to] = [box.y + box.height / 2, box.x + box.width * 0.4, box.x + box.width * 0.6];
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move((from + to) / 2, y, { steps: 5 });
  await page.mouse.move(to, y, { steps: 5 });
  await page.mouse.up();
  await expect(page).toHaveURL(/\/costs\?.*from=.*T00:00:00\.000Z&to=.*T23:59:59\.999Z/);
  await expect(page).not.toHaveURL(url);
  await settled(page);
  const shown = new URL(page.url()).searchParams;
  const length = Date.parse(shown.get('to') ?? '') + 1 - Date.parse(shown.get('from') ?? '');
  expect(length / DAY).toBeGreaterThan(3);
  expect(length / DAY).toBeLessThan(12);
  await page.goBack();
  await expect(page).toHaveURL(url);
});

test('an interval that is too fine leaves the tiles, and offers one that works', async ({
  page,
  trouble,
}) => {
  trouble.expect(failedAnswer(400, '/api/costs'));
  await visitCosts(page, 'from=2020-01-01T00:00:00Z&interval=hour&timezone=UTC');
  await expect(tile(page, 'Total')).toContainText('$');
  await expect(figure(page, 'Cost over time')).toContainText('more bars than can be drawn');
  await figure(page, 'Cost over time').getByRole('button', { name: 'Show by week' }).click();
  await expectParameter(page, 'interval', 'week');
  await settled(page);
  await expect(figure(page, 'Cost over time').locator('.recharts-surface').first()).toBeVisible();
});

test('calls without any cost are not for free', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&has_cost=false`);
  await expect(tile(page, 'Total')).not.toContainText('$');
  await expect(figure(page, 'Cost over time')).toContainText('not a cost of zero');
  await expect(figure(page, 'Distribution')).toContainText('not a cost of zero');
  await expect(figure(page, 'When').locator('a[data-cell]').first()).toBeVisible();
});

test('a single call', async ({ page, demoCalls }) => {
  const alone = demoCalls.find(
    ({ created, costs }) =>
      costs?.total_costs && demoCalls.filter((call) => call.created === created).length === 1,
  );
  const created = encodeURIComponent(alone?.created ?? '');
  await visitCosts(page, `from=${created}&to=${created}`);
  await expect(tile(page, 'Calls').getByRole('link').first()).toHaveText('1');
  await expect(figure(page, 'Distribution')).toContainText('1 call has a cost');
});

test('a figure that fails leaves the others alone', async ({ page, servers, trouble }) => {
  const patterns = '/api/costs/patterns';
  trouble.expect(failedAnswer(500, patterns));
  await page.route(`**${patterns}?*`, (route) =>
    route.fulfill({
      status: 500,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:callscope:problem:index_failed',
        title: 'The index failed to answer',
        status: 500,
        detail: 'Told by the test.',
        code: 'index_failed',
      }),
    }),
  );
  await page.goto(`/costs?${monthBefore(servers.now)}`);
  await expect(figure(page, 'When').getByRole('alert')).toContainText('Told by the test.');
  await expect(figure(page, 'Cost over time').locator('.recharts-surface').first()).toBeVisible();
  await page.unroute(`**${patterns}?*`);
  await figure(page, 'When').getByRole('button', { name: 'Try again' }).click();
  await expect(figure(page, 'When').locator('a[data-cell]').first()).toBeVisible();
});

for (const [name, { width, query }] of Object.entries({
  desk: { width: 1440, query: 'group_by=model' },
  phone: { width: 390, query: '' },
  costless: { width: 1440, query: 'has_cost=false' },
  empty: { width: 1440, query: 'search=no-such-thing-anywhere' },
}))
  test(`${name} is accessible`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 900 });
    await visitCosts(page, `${monthBefore(servers.now)}&${query}`);
    await expectAccessible(page);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
