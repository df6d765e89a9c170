import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { expectCount, expectParameter } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

test.use({ sync: true });

const DAY = 86_400_000;

/** Thirty whole days of demo data that nothing is added to. */
function month(now: number): string {
  const end = Math.floor(now / DAY) * DAY - 1;
  return `from=${new Date(end + 1 - 30 * DAY).toISOString()}&to=${new Date(end).toISOString()}&timezone=UTC`;
}

const figure = (page: Page, name: string): Locator =>
  page.getByRole('figure', { name, exact: true });
const keyFigures = (page: Page) => page.getByRole('region', { name: 'Key figures' });
const tile = (page: Page, label: string): Locator =>
  keyFigures(page)
    .locator('dl > div')
    .filter({ has: page.getByRole('term').getByText(label, { exact: true }) });

async function visitCosts(page: Page, query: string): Promise<void> {
  await page.goto(`/costs?${query}`);
  await expect(keyFigures(page)).toHaveAttribute('aria-busy', 'false');
  await expect(page.locator('figure[aria-busy="true"]')).toHaveCount(0);
  await expect(page.getByRole('status').filter({ hasText: 'Loading' })).toHaveCount(0);
}

const numberIn = (text: string | null) =>
  Number(/\d[\d,]*/.exec(text ?? '')?.[0].replaceAll(',', ''));

test('per call and total say what they rest on', async ({ page, servers }) => {
  await visitCosts(page, month(servers.now));
  const number = async (label: string) =>
    numberIn(await tile(page, label).getByRole('link').first().textContent());
  const [calls, costless] = [await number('Calls'), await number('Calls without a cost')];
  const basis = tile(page, 'Per call').getByText(/^of .* calls with a cost$/);
  expect(numberIn(await basis.textContent())).toBe(calls - costless);
  const missing = tile(page, 'Total').getByText(/no cost yet: about \$.* at the usual price/);
  expect(numberIn(await missing.textContent())).toBe(costless);
});

test('hours of the week count each time, or in sum, on a scale that says what it shows', async ({
  page,
  servers,
}) => {
  await visitCosts(page, month(servers.now));
  const when = figure(page, 'When');
  await expect(when.locator('figcaption')).toContainText(/each time, of [\d.]+ times/);
  await expect(when.getByRole('listitem').last()).toHaveText(/\$\d.* – \$\d.* each time/);
  await when.getByRole('button', { name: 'Sum', exact: true }).click();
  await expectParameter(page, 'heat_by', 'sum');
  await expect(when.getByRole('listitem').last()).not.toContainText('each time');
  await when.getByRole('button', { name: 'Calls', exact: true }).click();
  await expect(when.getByRole('listitem').last()).toHaveText(/\d – \d+ calls$/);
  await page.reload();
  await expect(when.getByRole('button', { name: 'Sum', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await when.getByRole('button', { name: 'Each time', exact: true }).click();
  await expectParameter(page, 'heat_by', null);
});

test('the histogram has an open end, edges, marks, and leads to the calls of its last bar', async ({
  page,
  servers,
}) => {
  await visitCosts(page, month(servers.now));
  const spread = figure(page, 'Distribution');
  await expect(spread.locator('figcaption')).toContainText(/the median.*p95/);
  const drawing = spread.locator('.recharts-surface').first();
  await expect(drawing.getByText(/^Median \$/)).toBeVisible();
  await expect(drawing.getByText(/^p95 \$/)).toBeVisible();
  await expect(drawing.getByText('more', { exact: true })).toBeVisible();
  await expect(drawing.locator('path[fill^="url(#"]')).toHaveCount(1);
  await spread.getByRole('button', { name: 'Show as table' }).click();
  const last = spread.getByRole('table', { name: 'Distribution' }).locator('tbody tr').last();
  await expect(last).toContainText(/\$\d.* and more/);
  const link = last.getByRole('link');
  const count = numberIn(await link.textContent());
  await link.click();
  await expect(page).toHaveURL(/min_cost=/);
  await expectParameter(page, 'max_cost', null);
  await expectCount(page, count);
});

test('words are explained where they stand, by keyboard too, and in the help', async ({
  page,
  servers,
}) => {
  await visitCosts(page, month(servers.now));
  for (const [place, term] of [
    [tile(page, 'Spent, nobody reached'), 'Nobody reached'],
    [figure(page, 'Distribution'), 'Percentile'],
    [figure(page, 'When'), 'Each time'],
    [keyFigures(page), 'Success'],
  ] as const) {
    await place.getByRole('button', { name: `What does “${term}” mean?` }).focus();
    await page.keyboard.press('Enter');
    const told = page.getByRole('dialog', { name: term });
    await expect(told).toContainText(/\w{4}/);
    const words = (await told.getByRole('paragraph').nth(1).textContent()) ?? '';
    await page.keyboard.press('Escape');
    await expect(told).toHaveCount(0);
    const help = await page.context().newPage();
    await help.goto('/help');
    await expect(help.getByRole('definition').filter({ hasText: words }).last()).toBeVisible();
    await help.close();
  }
});

test.describe('with a finger on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 844 } });

  test('hours go down, the first tap shows and the second opens', async ({ page, servers }) => {
    await visitCosts(page, month(servers.now));
    const when = figure(page, 'When');
    const monday = (hour: string) => when.locator(`a[data-cell][aria-label^="Mon, ${hour}"]`);
    const [ten, eleven] = [
      await monday('10:00').boundingBox(),
      await monday('11:00').boundingBox(),
    ];
    expect(eleven?.x).toBe(ten?.x);
    expect(eleven?.y).toBeGreaterThan(ten?.y ?? Number.POSITIVE_INFINITY);
    expect(ten?.height).toBeGreaterThanOrEqual(24);
    const name = (await monday('10:00').getAttribute('aria-label')) ?? '';
    await monday('10:00').tap();
    await expect(when.getByText(name, { exact: false }).last()).toBeVisible();
    await expect(page).toHaveURL(/\/costs\?/);
    await monday('10:00').tap();
    await expect(page).toHaveURL(/\/calls\?.*hours=10/);
  });

  test('every column of a table is in sight, and no label too small to read', async ({
    page,
    servers,
  }) => {
    await visitCosts(page, month(servers.now));
    const small = await page.getByRole('main').evaluate((main) =>
      [...main.querySelectorAll('*')]
        .filter((each) =>
          [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
        )
        .filter((each) => each.checkVisibility())
        .filter((each) => {
          const scale = each instanceof SVGGraphicsElement ? (each.getScreenCTM()?.a ?? 1) : 1;
          return Number.parseFloat(getComputedStyle(each).fontSize) * scale < 11;
        })
        .map((each) => each.textContent),
    );
    expect(small).toEqual([]);
    for (const table of await page.getByRole('main').locator('table').all()) {
      const hidden = await table.evaluate((all) => {
        const { clientWidth } = document.documentElement;
        return [...all.querySelectorAll('tbody tr:first-child td')]
          .filter((cell) => cell.getBoundingClientRect().right > clientWidth)
          .map((cell) => cell.textContent);
      });
      expect(hidden).toEqual([]);
    }
  });
});

for (const width of [390, 1024, 1440])
  test(`reads well at ${width} px, by day and by night`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 900 });
    await visitCosts(page, month(servers.now));
    await expectAccessible(page);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
  });
