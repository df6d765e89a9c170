import { readFile } from 'node:fs/promises';
import { type Download, expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { figure, monthBefore, visitCosts } from '@/e2e/support/costs-page';
import { test } from '@/e2e/support/fixtures';
import { parseCsv } from '@/lib/server/services/export/formats/csv.test-parser';

/** What figures are outside of the page: pictures, files, and what is pasted elsewhere. */

test.use({ sync: true, permissions: ['clipboard-read', 'clipboard-write'] });

const HOSTILE = '=HYPERLINK("http://x") <img src=x>,\t"a"';
/** The components of costs in the light theme, in the order of the legend. */
const LEGEND = ['#0b6bb0', '#d98a00', '#a94a86', '#0a8a66', '#7a7f88'];

async function saved(page: Page, name: string, kind: 'CSV' | 'PNG'): Promise<Download> {
  const download = page.waitForEvent('download');
  await figure(page, name).getByRole('button', { name: kind }).click();
  return download;
}

type Pixels = { width: number; height: number; colors: string[]; edge: string[] };

/** A picture's size, all of its colors, and those at its edges. */
async function pixelsOf(page: Page, picture: Buffer): Promise<Pixels> {
  return page.evaluate(async (bytes) => {
    const blob = new Blob([Uint8Array.from(atob(bytes), (each) => each.charCodeAt(0))]);
    const { width, height } = await createImageBitmap(blob);
    const context = new OffscreenCanvas(width, height).getContext('2d', {
      willReadFrequently: true,
    });
    if (!context) throw new Error('No canvas.');
    context.drawImage(await createImageBitmap(blob), 0, 0);
    const colorsOf = (x: number, y: number, across: number, down: number) => {
      const { data } = context.getImageData(x, y, across, down);
      const found = new Set<string>();
      for (let at = 0; at < data.length; at += 4) {
        const hex = [...data.subarray(at, at + 3)].map((part) =>
          part.toString(16).padStart(2, '0'),
        );
        found.add(`#${hex.join('')}`);
      }
      return [...found];
    };
    const edge = [colorsOf(0, 0, 4, height), colorsOf(width - 4, 0, 4, height)].flat();
    return { width, height, colors: colorsOf(0, 0, width, height), edge };
  }, picture.toString('base64'));
}

for (const width of [390, 1440])
  test(`pictures are whole and light from a screen of ${width}`, async ({ page, servers }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await visitCosts(page, `${monthBefore(servers.now)}&type=Inbound&timezone=UTC`);
    const download = await saved(page, 'Cost over time', 'PNG');
    expect(download.suggestedFilename()).toMatch(
      /^callscope-cost-over-time-20\d\d-\d\d-\d\d-to-20\d\d-\d\d-\d\d\.png$/,
    );
    const picture = await pixelsOf(page, await readFile(await download.path()));
    const drawn = (await figure(page, 'Cost over time').boundingBox())?.width ?? 0;
    expect(picture.width).toBe(2 * (Math.max(960, Math.round(drawn)) + 48));
    expect(picture.height).toBeGreaterThan(2 * 288);
    for (const color of LEGEND) expect(picture.colors).toContain(color);
    expect(new Set(picture.edge), 'nothing is cut at an edge').toEqual(new Set(['#ffffff']));
  });

test('a picture has the colors of the theme where that is wanted', async ({ page, servers }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await visitCosts(page, monthBefore(servers.now));
  await figure(page, 'When').getByRole('button', { name: 'Copy' }).click();
  const panel = page.getByRole('dialog', { name: 'Copy When' });
  await panel.getByRole('checkbox', { name: 'Pictures always in light colors' }).uncheck();
  await page.keyboard.press('Escape');
  const dark = await saved(page, 'When', 'PNG');
  const { edge } = await pixelsOf(page, await readFile(await dark.path()));
  expect(new Set(edge)).toEqual(new Set(['#0e0f11']));
  await page.reload();
  await figure(page, 'When').getByRole('button', { name: 'Copy' }).click();
  await expect(panel.getByRole('checkbox')).not.toBeChecked();
});

test('a figure is copied as a picture and as a table', async ({ page, servers }) => {
  await page.route('**/api/costs/breakdown?*group_by=use_case*', async (route) => {
    const answer = await route.fetch();
    const costs = await answer.json();
    if (costs.groups[0]) costs.groups[0].label = HOSTILE;
    await route.fulfill({ response: answer, json: costs });
  });
  await visitCosts(page, monthBefore(servers.now));
  const card = figure(page, 'Cost by use case');
  await card.getByRole('button', { name: 'Copy' }).click();
  const panel = page.getByRole('dialog', { name: 'Copy Cost by use case' });
  await panel.getByRole('button', { name: 'Copy table' }).click();
  await expect(panel.getByRole('status')).toHaveText('Table copied.');
  const { text, html } = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) => (await item?.getType(type))?.text() ?? '';
    return { text: await read('text/plain'), html: await read('text/html') };
  });
  const rows = text.split('\n').map((line) => line.split('\t'));
  const shown = await card.locator('tbody tr').count();
  expect(rows).toHaveLength(shown + 2);
  expect(rows[0]?.slice(0, 3)).toEqual(['Use case', 'Total', 'Period before']);
  const hostile = rows.find(([name]) => name === `'=HYPERLINK("http://x") <img src=x>, "a"`);
  expect(hostile?.[1]).toMatch(/^\$[\d,.]+$/);
  expect(html).not.toContain('<img');
  expect(html).toContain('&lt;img src=x&gt;');

  await panel.getByRole('button', { name: 'Copy picture' }).click();
  await expect(panel.getByRole('status')).toHaveText('Picture copied.');
  const size = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const picture = await item?.getType('image/png');
    return picture ? (await createImageBitmap(picture)).width : 0;
  });
  expect(size).toBeGreaterThanOrEqual(2016);
  await expectAccessible(page);

  const csv = await saved(page, 'Cost by use case', 'CSV');
  const [head = [], ...lines] = parseCsv((await readFile(await csv.path(), 'utf8')).slice(1));
  const line = lines.find((cells) => cells[head.indexOf('Use case')] === `'${HOSTILE}`);
  const row = Object.fromEntries(head.map((name, at) => [name, line?.[at]]));
  expect(row).toMatchObject({ Currency: 'USD', 'Time zone': 'America/Chicago' });
  expect(Date.parse(row['Range from'] ?? '')).toBeGreaterThan(Date.parse(row['Compared to'] ?? ''));
});

test('without a clipboard a table is copied still, and a picture says why not', async ({
  page,
  servers,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
    document.addEventListener('copy', ({ clipboardData }) => {
      document.documentElement.dataset.copied = clipboardData?.getData('text/plain') ?? '';
    });
  });
  await visitCosts(page, monthBefore(servers.now));
  await figure(page, 'Distribution').getByRole('button', { name: 'Copy' }).click();
  const panel = page.getByRole('dialog', { name: 'Copy Distribution' });
  await panel.getByRole('button', { name: 'Copy table' }).click();
  await expect(panel.getByRole('status')).toHaveText('Table copied.');
  await expect(page.locator('html')).toHaveAttribute('data-copied', /^Cost of a call\tCalls\n/);
  await panel.getByRole('button', { name: 'Copy picture' }).click();
  await expect(panel.getByRole('status')).toContainText('Save the PNG instead');
});
