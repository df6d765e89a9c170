import { expect, type Page } from '@playwright/test';
import { expectCount, interactive, visit } from '@/e2e/support/calls-page';
import { figure, keyFigures, monthBefore, visitCosts } from '@/e2e/support/costs-page';
import { test } from '@/e2e/support/fixtures';
import { printed } from '@/e2e/support/pdf';
import { formatInstant } from '@/lib/format/time';

/** What comes out of the printer, read back. */

test.use({ sync: true });

const FIGURES = [
  'This month',
  'Today',
  'Cost over time',
  'Cost by use case',
  'Use cases over time',
  'Why did it change',
  'When',
  'Distribution',
];
/** Of the frame, the sidebar and the controls. */
const SCREEN_ONLY =
  /Skip to content|Hide filters|Clear filters|Show as table|Auto-refresh|Group by|CSV|PNG|Search|Loading/;

/** What the tables of the figures show on screen: the texts of their first cells. */
async function rowNames(page: Page): Promise<string[]> {
  for (const name of FIGURES)
    await figure(page, name).getByRole('button', { name: 'Show as table' }).click();
  const cells = await page.locator('figure tbody td:first-child').allInnerTexts();
  for (const name of FIGURES)
    await figure(page, name).getByRole('button', { name: 'Show as table' }).click();
  return cells.map((cell) => cell.replace(/\s+/g, ' ').trim());
}

for (const width of [390, 1440])
  test(`costs are whole on paper, from a screen of ${width}`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await visitCosts(page, `${monthBefore(servers.now)}&type=Inbound&timezone=UTC`);
    const total = await keyFigures(page).getByRole('link').first().textContent();
    const names = await rowNames(page);
    expect(names.length).toBeGreaterThan(150);
    const pages = await printed(page);
    const text = pages.join(' ');

    expect(pages[0]).toContain('Costs Range');
    expect(pages[0]).toMatch(/Range \w+ \d+(, \d+)? – \w+ \d+, 20\d\d Compared with \w+ \d+/);
    expect(pages[0]).toContain('Filters Type: Inbound Time zone UTC Printed');
    expect(pages[0]).toContain(total ?? '');
    for (const name of FIGURES) expect(text).toContain(name);
    for (const name of names) expect(text).toContain(name);
    expect(text).toContain('Transcriber');
    expect(text).toContain('Most expensive calls');
    expect(text).not.toMatch(SCREEN_ONLY);
    for (const each of pages) expect(each.length, 'no page is blank').toBeGreaterThan(40);
    expect(pages.length).toBeLessThan(16);
    const week = pages.filter((each) => /Wed, \d\d:00/.test(each));
    for (const each of week)
      expect(each, 'each page names the columns').toContain('When Calls Total');
  });

test('all of it is there as soon as the browser asks, and gone afterwards', async ({
  page,
  servers,
}) => {
  await visitCosts(page, monthBefore(servers.now));
  const tables = await page.locator('figure table').count();
  const seen = (event: string) =>
    page.evaluate((name) => {
      dispatchEvent(new Event(name));
      const drawings = [...document.querySelectorAll('figure svg.recharts-surface')];
      return {
        title: document.title,
        tables: document.querySelectorAll('figure table').length,
        drawn: drawings.map((drawing) => drawing.querySelectorAll('path').length),
        widths: drawings.map((drawing) => Number(drawing.getAttribute('width'))),
      };
    }, event);
  const paper = await seen('beforeprint');
  expect(paper.title).toMatch(/^callscope-costs-20\d\d-\d\d-\d\d-/);
  // The most expensive calls have one too, the table with bars in its rows is left to the screen, that of use cases
  // stands in two parts and groups by thirty days stand in four.
  expect(paper.tables).toBe(FIGURES.length + 6);
  expect(paper.widths.length).toBeGreaterThan(5);
  expect(new Set(paper.widths)).toEqual(new Set([700]));
  for (const drawn of paper.drawn) expect(drawn).toBeGreaterThan(1);
  expect(await seen('afterprint')).toMatchObject({ title: 'Costs · Callscope', tables });
  await expect.poll(async () => (await seen('afterprint')).widths).not.toContain(700);
});

test('no table is wider than the paper', async ({ page, servers }) => {
  await visitCosts(page, `${monthBefore(servers.now)}&interval=day`);
  // A4 between its margins, in pixels.
  await page.setViewportSize({ width: 703, height: 1000 });
  await page.emulateMedia({ media: 'print' });
  const tables = page.locator('figure table:visible, figure svg:visible');
  await expect.poll(() => tables.count()).toBeGreaterThan(FIGURES.length * 2);
  const wide = await tables.evaluateAll((all) =>
    all
      .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
      .map((each) => each.getAttribute('aria-label') ?? each.outerHTML.slice(0, 80)),
  );
  expect(wide).toEqual([]);
});

test('paper is light, whatever the theme', async ({ page, servers }) => {
  await visitCosts(page, monthBefore(servers.now));
  await page.evaluate(() => {
    document.documentElement.dataset.theme = 'dark';
  });
  const colors = () =>
    page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.body);
      const bar = document.querySelector('figure .recharts-bar-rectangle path');
      return [backgroundColor, color, bar && getComputedStyle(bar).fill];
    });
  expect((await colors())[0]).toBe('rgb(14, 15, 17)');
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await colors()).toEqual(['rgb(255, 255, 255)', 'rgb(21, 23, 26)', 'rgb(11, 107, 176)']);
});

test('the list prints every row of the page', async ({ page, demoCalls }) => {
  await visit(page, '?limit=500&timezone=UTC');
  await expectCount(page, demoCalls.length);
  const pages = await printed(page);
  const text = pages.join(' ');
  expect(pages[0]).toContain(
    `Calls Range All time Calls 1–500 of ${demoCalls.length.toLocaleString('en-US')} Order newest first Filters none Time zone UTC Printed`,
  );
  const now = Date.now();
  for (const { created } of demoCalls.slice(0, 500))
    expect(text).toContain(formatInstant(created, 'UTC', now));
  expect(text).not.toMatch(SCREEN_ONLY);
  for (const each of pages) expect(each, 'each page names the columns').toContain('Other party');
  expect(pages.length).toBeLessThan(30);
});

test('an open call does not stand in front of the list', async ({ page, demoCalls }) => {
  const [first] = demoCalls;
  await visit(page, `?limit=25&call=${first?.id}`);
  await expect(page.getByRole('dialog')).toBeVisible();
  const pages = await printed(page);
  expect(pages[0]).toContain('Calls 1–25 of');
  expect(pages.join(' ')).not.toContain('Transcript');
  expect(pages.length).toBeLessThan(4);
});

for (const path of ['/costs?from=-7d', '/calls?from=-7d'])
  test(`${path} has a button that prints`, async ({ page }) => {
    await page.addInitScript(() => {
      window.print = () => {
        document.documentElement.dataset.printed = 'yes';
      };
    });
    await page.goto(path);
    if (path.startsWith('/calls')) await interactive(page);
    await page.getByRole('button', { name: 'Print' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
  });
