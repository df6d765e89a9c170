import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  chips,
  drawer,
  expectCount,
  expectParameter,
  filters,
  visit,
} from '@/e2e/support/calls-page';
import { printed } from '@/e2e/support/pdf';
import { allRead, test as base } from '@/e2e/support/transcripts';
import { MEASURE_DEFINITIONS } from '@/lib/call/conversation/definitions';
import { ASKED_MEASURES, type MeasureValues } from '@/lib/call/conversation/keys';
import { measureValues } from '@/lib/call/conversation/measures';
import { turnsOf } from '@/lib/call/transcript/turns';
import { createTranscript } from '@/lib/demo/calls/transcript/transcript';
import { formatCount } from '@/lib/format/number';
import { parseCsv } from '@/lib/server/services/export/formats/csv.test-parser';

type Measured = { id: string; created: string; values: MeasureValues };

const test = base.extend<object, { measured: readonly Measured[] }>({
  /** How each call went, measured here from what the demo upstream says. */
  measured: [
    async ({ demoCalls }, use) => {
      await use(
        demoCalls.flatMap((call) => {
          const { messages, start_time } = createTranscript(call);
          const since = (at: number) => Math.round((at - start_time) * 1000) / 1000;
          const values = measureValues(
            turnsOf(
              messages.map((each) => ({ ...each, start: since(each.start), end: since(each.end) })),
            ),
          );
          return values.turns === null ? [] : [{ id: call.id, created: call.created, values }];
        }),
      );
    },
    { scope: 'worker' },
  ],
});

const heading = (page: Page, name: string) => page.getByRole('columnheader', { name });

test('calls are filtered, sorted and read by how their conversation went', async ({
  page,
  servers,
  measured,
}) => {
  await allRead(servers.url);
  const slow = measured
    .filter(({ values }) => (values.response_time ?? 0) >= 1.5)
    .sort(
      (a, b) =>
        (b.values.response_time ?? 0) - (a.values.response_time ?? 0) ||
        (a.created < b.created ? 1 : -1),
    );
  expect(slow.length).toBeGreaterThan(20);

  await visit(page, '?columns=created,response_time,silence,tool_errors');
  await filters(page).getByRole('button', { name: 'Conversation' }).click();
  const field = filters(page).getByRole('textbox', { name: 'Minimum response time in seconds' });
  await field.fill('1.5');
  await field.press('Enter');
  await expectCount(page, slow.length);
  await expectParameter(page, 'min_response_time', '1.5');
  await expect(chips(page)).toContainText('at least 1.5 s');
  await expect(page.getByText(/^Measured in [\d,]+ of 1,200 calls: on the others/)).toBeVisible();
  await heading(page, 'Response').getByRole('button', { name: 'Response' }).click();
  await expect(heading(page, 'Response')).toHaveAttribute('aria-sort', 'descending');
  await expect.poll(() => callIds(page)).toEqual(slow.slice(0, 50).map(({ id }) => id));
  await expectAccessible(page);

  const [slowest] = slow;
  await visit(page, `?call=${slowest?.id}&tab=transcript`);
  const how = drawer(page).getByRole('region', { name: 'How it went' });
  await expect(how).toContainText(/Response time[\d.]+ s/);
  await expect(
    drawer(page)
      .getByText(/^Answered after [\d.]+ s$/)
      .first(),
  ).toBeVisible();
  await how.getByRole('button', { name: 'What do these measures mean?' }).click();
  const meaning = page.getByRole('dialog', { name: 'How it went' });
  await expect(meaning).toContainText(/measured in \d+ of \d+ answers/);
  await expect(meaning).toContainText('never a number');
  await expectAccessible(page);
});

test('the page shows each measure, and its numbers lead to as many calls', async ({
  page,
  servers,
  measured,
}) => {
  await allRead(servers.url);
  await page.goto('/costs?from=all');
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Conversations' })
    .click();
  await expect(page).toHaveURL(/\/conversations\?from=all/);
  await expect(
    page.getByText(`Measured in ${formatCount(measured.length)} of 1,200 calls. On`),
  ).toBeVisible();
  await page.getByRole('combobox', { name: 'Group by' }).selectOption('model');
  await expectParameter(page, 'group_by', 'model');
  const groups = page.getByRole('region', { name: 'By model' });
  await expect(groups.getByRole('columnheader', { name: 'Interruptions' })).toBeVisible();

  const figure = page.getByRole('figure', { name: 'Longest silence, distribution' });
  await figure.getByRole('button', { name: 'Show as table' }).click();
  const bar = figure.getByRole('row').nth(3);
  const count = Number(await bar.getByRole('link').textContent());
  expect(count).toBeGreaterThan(0);
  await expect(page.getByRole('figure', { name: 'Response time over time' })).toContainText(
    'The median, in seconds, of how long the agent took to answer',
  );
  await expectAccessible(page);
  await bar.getByRole('link').click();
  await expect(page).toHaveURL(/\/calls\?/);
  await expectCount(page, count);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/conversations?from=all&interval=month');
  await expect(page.getByRole('figure', { name: 'Talk share over time' })).toBeVisible();
  const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
  expect(width).toBe(390);
});

test('they leave the page as a file, a picture, on paper and as a view', async ({
  page,
  servers,
}) => {
  await allRead(servers.url);
  await page.goto('/conversations?from=-30d&type=Inbound&timezone=UTC');
  const table = page.getByRole('region', { name: 'By use case', exact: true });
  const figure = page.getByRole('figure', { name: 'Longest silence over time' });
  await expect(figure.locator('svg.recharts-surface')).toBeVisible();

  const save = async (within: Locator, kind: 'CSV' | 'PNG') => {
    const download = page.waitForEvent('download');
    await within.getByRole('button', { name: kind }).click();
    return download;
  };
  const [head, ...rows] = parseCsv(
    (await readFile(await (await save(table, 'CSV')).path(), 'utf8')).slice(1),
  );
  expect(head).toEqual(expect.arrayContaining(['Silence, p95 (seconds)', 'Time zone', 'Range to']));
  expect(rows.length).toBe((await table.getByRole('row').count()) - 1);
  await expect(table.getByRole('button', { name: 'PNG' })).toHaveCount(0);
  expect((await save(figure, 'PNG')).suggestedFilename()).toMatch(
    /^callscope-longest-silence-over-time-.*\.png$/,
  );

  const pages = await printed(page);
  const text = pages.join(' ');
  expect(pages[0]).toMatch(
    /Conversations Range .* Measured in [\d,]+ of [\d,]+ calls Filters Type: Inbound Time zone UTC Printed/,
  );
  for (const { term } of ASKED_MEASURES.map((measure) => MEASURE_DEFINITIONS[measure]))
    expect(text).toContain(`${term}, distribution`);
  expect(text).not.toMatch(/Hide filters|Show as table|Group by|CSV|PNG|Loading/);
  for (const each of pages) expect(each.length, 'no page is blank').toBeGreaterThan(40);

  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('textbox', { name: 'Name for what this page shows' }).fill('Inbound talk');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/conversations\?.*view=/);
  await visit(page);
  await page.getByRole('button', { name: /^Views/ }).click();
  await page.getByRole('link', { name: 'Inbound talk' }).click();
  await expect(page).toHaveURL(/\/conversations\?.*type=Inbound/);
});
