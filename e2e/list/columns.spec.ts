import { expect, type Page } from '@playwright/test';
import {
  callLinks,
  column,
  expectParameter,
  parameter,
  reload,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

const headers = (page: Page) => table(page).getByRole('columnheader');

/** The zone stands beside the name of the time column. */
const expectHeaders = (page: Page, names: string[]) =>
  expect(headers(page)).toHaveText(names.map((name) => new RegExp(`^${name}`)));

const DEFAULT = [
  'Time',
  'Other party',
  'Use case',
  'Outcome',
  'Status',
  'Duration',
  'Cost',
  'Rating',
  'Review',
  'Tags',
];

async function openPanel(page: Page) {
  await page.getByRole('button', { name: 'Columns' }).click();
  const panel = page.getByRole('dialog', { name: 'Columns' });
  await expect(panel.getByRole('checkbox', { name: 'Time' })).toBeVisible();
  return panel;
}

test('a column is shown and hidden, in the address and after a reload', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await expectHeaders(page, DEFAULT);
  const panel = await openPanel(page);
  await panel.getByRole('checkbox', { name: 'Model' }).check();
  await panel.getByRole('checkbox', { name: 'Tags' }).uncheck();
  const wanted = [...DEFAULT.filter((name) => name !== 'Tags'), 'Model'];
  await expectHeaders(page, wanted);
  expect(parameter(page, 'columns')).toBe(
    'created,other_party,use_case,classification,status,duration,total_cost,ratings,review,model',
  );
  await reload(page);
  await expectHeaders(page, wanted);
  expect(await column(page, 'Model')).toEqual(
    demoCalls.slice(0, 50).map(({ use_case }) => use_case?.model),
  );
});

test('every column can be shown', async ({ page }) => {
  await visit(page);
  const panel = await openPanel(page);
  const more = [
    'Notes',
    'Type',
    'From',
    'To',
    'Agent',
    'Campaign',
    'Model',
    'Language',
    'Provider',
    'Talk share',
    'Silence',
    'Interruptions',
    'Response',
    'Response p95',
    'Tool calls',
    'Failed tools',
    'Turns',
  ];
  for (const name of more) await panel.getByRole('checkbox', { name, exact: true }).check();
  await expect(headers(page)).toHaveCount(27);
  for (const name of ['Agent', 'Campaign', 'Language', 'Provider'])
    await expect(headers(page).filter({ hasText: name })).toBeAttached();
});

test('columns move and the default comes back', async ({ page }) => {
  await visit(page, '?columns=created,status,from');
  const panel = await openPanel(page);
  await panel.getByRole('button', { name: 'Move From left' }).click();
  await expectHeaders(page, ['Time', 'From', 'Status']);
  await panel.getByRole('button', { name: 'Move Time right' }).click();
  await expectHeaders(page, ['From', 'Time', 'Status']);
  await expectParameter(page, 'columns', 'from,created,status');
  await expect(panel.getByRole('button', { name: 'Move From left' })).toBeDisabled();
  await panel.getByRole('button', { name: 'Reset columns' }).click();
  await expectHeaders(page, DEFAULT);
  await expectParameter(page, 'columns', null);
});

test('the last column cannot be hidden', async ({ page }) => {
  await visit(page, '?columns=status');
  const panel = await openPanel(page);
  await expect(panel.getByRole('checkbox', { name: 'Status' })).toBeDisabled();
});

test('a column is resized by keyboard', async ({ page }) => {
  await visit(page, '?columns=created,status,from');
  const handle = table(page).getByRole('separator', { name: 'Width of Status' });
  await expect(handle).toHaveAttribute('aria-valuenow', '118');
  await handle.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(handle).toHaveAttribute('aria-valuenow', '150');
  await expectParameter(page, 'columns', 'created,status:150,from');
  await reload(page);
  await expect(handle).toHaveAttribute('aria-valuenow', '150');
  await handle.focus();
  await page.keyboard.press('ArrowLeft');
  await expect(handle).toHaveAttribute('aria-valuenow', '134');
});

test('a column is resized by dragging its edge', async ({ page }) => {
  await visit(page, '?columns=created,status,from');
  const handle = table(page).getByRole('separator', { name: 'Width of Status' });
  const box = await handle.boundingBox();
  if (!box) throw new Error('The edge is not to be seen.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y, { steps: 5 });
  await page.mouse.up();
  await expect
    .poll(() => parameter(page, 'columns'))
    .toMatch(/^created,status:(15[6-9]|160),from$/);
});

test('the next visit without a wish of its own shows the columns as they were left', async ({
  page,
}) => {
  await visit(page, '?type=Inbound');
  const panel = await openPanel(page);
  await panel.getByRole('checkbox', { name: 'Tags' }).uncheck();
  await expect(headers(page)).toHaveCount(DEFAULT.length - 1);
  await page.goto('/calls');
  await expectHeaders(
    page,
    DEFAULT.filter((name) => name !== 'Tags'),
  );
  await expect.poll(() => parameter(page, 'columns')).not.toContain('tags');
  await page.goto('/calls?columns=created,notes');
  await expectHeaders(page, ['Time', 'Notes']);
});

test('a text column is as wide as there is room, and keeps the width that it is dragged to', async ({
  page,
}) => {
  await visit(page, '?columns=created,use_case,status,from,to,agent');
  const header = headers(page).filter({ hasText: 'Use case' });
  const drawn = async () => (await header.boundingBox())?.width ?? 0;
  const before = await drawn();
  expect(before).toBeGreaterThan(200);
  await table(page).getByRole('separator', { name: 'Width of Use case' }).focus();
  await page.keyboard.press('ArrowLeft');
  await expect
    .poll(() => parameter(page, 'columns'))
    .toMatch(/^created,use_case:\d+,status,from,to,agent$/);
  expect(Math.abs((await drawn()) - (before - 16))).toBeLessThan(2);
});

for (const width of [1440, 1280])
  test(`at ${width} pixels the default columns fit`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await visit(page);
    await expect(headers(page).filter({ hasText: 'Tags' })).toBeInViewport({ ratio: 0.9 });
    expect(await beyond(page)).toBe(0);
  });

test('the first column stays while the others scroll sideways', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await visit(page);
  expect(await beyond(page)).toBeGreaterThan(100);
  await table(page)
    .locator('..')
    .evaluate((scroller) => scroller.scrollTo({ left: scroller.scrollWidth }));
  await expect(headers(page).filter({ hasText: 'Tags' })).toBeInViewport();
  await expect(headers(page).filter({ hasText: 'Time' })).toBeInViewport({ ratio: 1 });
  await expect(callLinks(page).first()).toBeInViewport({ ratio: 1 });
});

/** By how many pixels the table is wider than its place. */
const beyond = (page: Page) =>
  table(page)
    .locator('..')
    .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
