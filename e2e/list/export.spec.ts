import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { visit } from '@/e2e/support/calls-page';
import { test as base } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';
import { toMicros } from '@/lib/call/costs/costs';
import { withoutFormula } from '@/lib/format/formulas';
import { parseTable } from '@/lib/server/services/export/formats/csv.test-parser';

const EXPORT = '**/api/calls/export?*';
const PAGE = 2000;

/** The index knows all calls: they have all been shown once. */
const test = base.extend<object, { filled: boolean }>({
  filled: [
    async ({ servers: { url }, demoCalls }, use) => {
      const indexed = async () => {
        const answer = await fetch(`${url}/api/facets`);
        return (await answer.json()).count;
      };
      for (let offset = 0; offset < demoCalls.length; offset += PAGE) {
        await fetch(`${url}/api/calls?limit=${PAGE}&offset=${offset}`);
        await expect.poll(indexed).toBe(Math.min(offset + PAGE, demoCalls.length));
      }
      await use(true);
    },
    { scope: 'worker', auto: true, timeout: 60_000 },
  ],
});

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export calls' });
const startButton = (page: Page) => dialog(page).getByRole('button', { name: 'Start export' });

/** Opens the dialog over a view and waits until it knows how many calls there are. */
async function openDialog(page: Page, address: string): Promise<void> {
  await visit(page, address);
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(startButton(page)).toBeEnabled();
}

/** Starts the export and gives back the name and the text of the file. */
async function download(page: Page): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await startButton(page).click();
  const file = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('the dialog says what will be in the file before it starts', async ({ page, demoCalls }) => {
  await openDialog(page, '?type=Inbound&statuses=Completed,Failed&sort=asc&offset=50');
  const inbound = demoCalls.filter(
    ({ type, status }) => type === 'Inbound' && ['Completed', 'Failed'].includes(status),
  );
  const words = dialog(page);
  await expect(words).toContainText(`${inbound.length.toLocaleString('en-US')} calls`);
  for (const part of ['Type: Inbound', 'Status: Failed', 'Oldest first', 'America/Chicago'])
    await expect(words).toContainText(part);
  await expect(words).toContainText('41 columns');
  await words.getByText('41 columns').click();
  await expect(words).toContainText('outcome_reasoning');
  await words.getByRole('radio', { name: 'JSON Lines' }).check();
  await expect(words).toContainText('All fields of a call');
  await expect(words.getByRole('checkbox', { name: /^For Excel/ })).toBeHidden();
  await expect(words.getByRole('group', { name: 'Who will read the file?' })).toBeHidden();
});

test('who reads the file decides how it is written', async ({ page, demoCalls }) => {
  const calls = demoCalls.filter((c) => c.type === 'Outbound' && c.status === 'Completed');
  const numbers = calls.map(({ metadata }) => metadata?.to ?? '');
  expect(numbers.some((number) => number.startsWith('+'))).toBe(true);
  await openDialog(page, '?type=Outbound&statuses=Completed');
  const reader = dialog(page).getByRole('group', { name: 'Who will read the file?' });
  await expect(reader.getByRole('radio', { name: 'A spreadsheet' })).toBeChecked();
  await reader.getByRole('radio', { name: 'A program' }).check();
  await expect(reader.getByRole('checkbox', { name: /^For Excel/ })).toBeHidden();
  const exact = parseTable((await download(page)).text);
  expect(exact.map(({ to }) => to)).toEqual(numbers);
  expect(exact.map(({ tags }) => JSON.parse(tags || 'null'))).toEqual(
    calls.map(({ metadata }) => metadata?.tags ?? null),
  );
  await dialog(page).getByRole('button', { name: 'Done' }).click();
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(startButton(page)).toBeEnabled();
  const safe = parseTable((await download(page)).text);
  expect(safe.map(({ to }) => to)).toEqual(numbers.map(withoutFormula));
  expect(safe.some(({ to }) => to?.startsWith("'+"))).toBe(true);
});

test('a filtered view is exported as it is: every call once, in its order', async ({
  page,
  demoCalls,
}) => {
  await openDialog(page, '?type=Outbound&statuses=Completed&limit=25');
  await dialog(page)
    .getByRole('checkbox', { name: /^For Excel/ })
    .check();
  const { name, text } = await download(page);
  const expected = demoCalls.filter((c) => c.type === 'Outbound' && c.status === 'Completed');
  expect(name).toMatch(/^callscope-calls-until-\d{4}-\d\d-\d\d-filtered\.csv$/);
  expect(text.startsWith('\uFEFFid,')).toBe(true);
  const rows = parseTable(text.slice(1));
  expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  const told = rows.map(({ duration_seconds, total_cost, extraction }) => ({
    duration_seconds,
    total_cost,
    extraction: JSON.parse(extraction || 'null'),
  }));
  expect(told).toEqual(
    expected.map(({ duration, costs, extraction }) => ({
      duration_seconds: String(duration ?? ''),
      total_cost: costs?.total_costs?.toFixed(6) ?? '',
      extraction: extraction ?? null,
    })),
  );
  const words = `${expected.length.toLocaleString('en-US')} calls`;
  await expect(dialog(page).getByRole('status')).toContainText(words);
  await expect(dialog(page)).toContainText(name);
});

test('JSON Lines are the rows of the API', async ({ page, servers }) => {
  await openDialog(page, '?search=dallas&sort=asc');
  await dialog(page).getByRole('radio', { name: 'JSON Lines' }).check();
  const { text } = await download(page);
  const lines = text.trimEnd().split('\n');
  const answer = await fetch(`${servers.url}/api/calls?search=dallas&sort=asc&limit=2000`);
  const { calls } = await answer.json();
  expect(lines.map((line) => JSON.parse(line))).toEqual(calls);
});

test('the charges of a FOCUS file add up to what the calls cost', async ({ page, demoCalls }) => {
  await openDialog(page, '?type=Inbound');
  await dialog(page).getByRole('radio', { name: 'Costs as FOCUS 1.2', exact: true }).check();
  await expect(dialog(page)).toContainText('no charge, and not one of zero');
  const { name, text } = await download(page);
  expect(name).toMatch(/^callscope-costs-focus-until-.*-filtered\.csv$/);
  const charges = parseTable(text);
  const billed = charges.reduce((sum, { BilledCost }) => sum + toMicros(Number(BilledCost)), 0);
  const cost = demoCalls
    .filter(({ type }) => type === 'Inbound')
    .reduce((sum, { costs }) => sum + toMicros(costs?.total_costs ?? 0), 0);
  expect(billed).toBe(cost);
});

test('the metadata file goes beside the charges', async ({ page, demoCalls }) => {
  await openDialog(page, '?type=Inbound');
  await dialog(page).getByRole('radio', { name: 'Costs as FOCUS 1.2', exact: true }).check();
  const charges = await download(page);
  await expectAccessible(page);
  const waiting = page.waitForEvent('download');
  await dialog(page).getByRole('button', { name: 'Save the metadata file' }).click();
  const file = await waiting;
  expect(file.suggestedFilename()).toBe(charges.name.replace(/csv$/, 'metadata.json'));
  const told = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(told.x_Export.FileName).toBe(charges.name);
  expect(told.Schema.FocusVersion).toBe('1.2');
  const [head = ''] = charges.text.split('\r\n');
  expect(
    told.Schema.ColumnDefinition.map(({ ColumnName }: { ColumnName: string }) => ColumnName),
  ).toEqual(head.split(','));
  const inbound = demoCalls.filter(({ type }) => type === 'Inbound');
  const micros = inbound.reduce((sum, { costs }) => sum + toMicros(costs?.total_costs ?? 0), 0);
  expect(toMicros(Number(told.x_Export.BilledCost))).toBe(micros);
  expect(told.x_Export.Calls).toBe(inbound.length);
  await expect(dialog(page).getByRole('button', { name: 'Done' })).toBeVisible();
});

test('the keyboard alone does it, and the focus is never lost', async ({ page }) => {
  await visit(page, '?type=Inbound&limit=25');
  const button = page.getByRole('button', { name: 'Export' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page).getByRole('radio', { name: 'CSV' })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog(page).getByRole('radio', { name: 'JSON Lines' })).toBeChecked();
  await expect(startButton(page)).toBeEnabled();
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Enter');
  expect((await waiting).suggestedFilename()).toMatch(/\.jsonl$/);
  await expect(dialog(page).getByRole('button', { name: 'Done' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(button).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('what runs can be cancelled, and nothing is saved', async ({ page }) => {
  let saved = false;
  page.on('download', () => {
    saved = true;
  });
  await page.route(EXPORT, () => {});
  await openDialog(page, '');
  await startButton(page).click();
  await expect(dialog(page).getByRole('progressbar', { name: 'Export' })).toBeVisible();
  const cancelled = page.waitForEvent('requestfailed', (request) =>
    request.url().includes('/api/calls/export'),
  );
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await cancelled;
  await expect(startButton(page)).toBeVisible();
  await expect(dialog(page).getByRole('radio', { name: 'CSV' })).toBeFocused();
  expect(saved).toBe(false);
});

test('a failure is told, with what to do, and can be tried again', async ({ page, trouble }) => {
  trouble.expect(/failed request: .*\/api\/calls\/export/, /console error: .*ERR_CONNECTION_RESET/);
  trouble.expect(failedAnswer(503, '/api/calls/export'));
  await page.route(EXPORT, (route) => route.abort('connectionreset'), { times: 1 });
  await openDialog(page, '?type=Inbound');
  await startButton(page).click();
  const alert = dialog(page).getByRole('alert');
  await expect(alert).toContainText('The Callscope server cannot be reached');
  const problem = {
    type: 'urn:callscope:problem:index_unavailable',
    title: 'The index is not available',
    status: 503,
    detail: 'The disk that DATA_DIR is on is full.',
    code: 'index_unavailable',
  };
  await page.route(EXPORT, (route) => route.fulfill({ status: 503, json: problem }), { times: 1 });
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(alert).toContainText('The disk that DATA_DIR is on is full.');
  const waiting = page.waitForEvent('download');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await waiting;
  await expect(dialog(page).getByRole('status')).toContainText('calls');
});

test('the API refuses pages and unknown formats', async ({ servers: { url } }) => {
  for (const query of ['limit=5', 'offset=0', 'format=xml', 'bom=yes', 'colour=red']) {
    const answer = await fetch(`${url}/api/calls/export?${query}`);
    expect(answer.status, query).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'invalid_request' });
  }
});

test('an export is announced and not kept by anybody', async ({ servers: { url }, demoCalls }) => {
  const answer = await fetch(`${url}/api/calls/export`);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(answer.headers.get('x-total-count')).toBe(String(demoCalls.length));
  expect(answer.headers.get('content-type')).toContain('text/csv');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+"$/);
  expect(parseTable(await answer.text()).map(({ id }) => id)).toEqual(
    demoCalls.map(({ id }) => id),
  );
});

test('the dialog is accessible', async ({ page }) => {
  await openDialog(page, '?type=Inbound&statuses=Completed&limit=25');
  await expectAccessible(page);
  await page.route(EXPORT, () => {}, { times: 1 });
  await startButton(page).click();
  await expect(dialog(page).getByRole('progressbar')).toBeVisible();
  await expectAccessible(page);
  await dialog(page).getByRole('button', { name: 'Cancel' }).click();
  await download(page);
  await expect(dialog(page).getByRole('button', { name: 'Done' })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 640 });
  await expectAccessible(page);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
