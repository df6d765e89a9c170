import { expect, type Page } from '@playwright/test';
import { row, table, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import type { Call } from '@/lib/call/call';

/** What is copied of the table is what is seen of it. */

const HIDDEN = /open call|not viewed|not rated|no outcome|no tags|no cost|no duration|none|–/;

/** The selection from a cell of one row to a cell of another, as a hand would drag it. */
async function select(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await table(page).evaluate(
    (element, [[firstRow, firstCell], [lastRow, lastCell]]) => {
      const cell = (at: number, place: number) =>
        element.querySelectorAll('tr[data-call]')[at]?.querySelectorAll('td')[place] ?? element;
      const last = cell(lastRow, lastCell);
      getSelection()?.setBaseAndExtent(cell(firstRow, firstCell), 0, last, last.childNodes.length);
    },
    [from, to] as const,
  );
}

type Copied = { text: string; html: string; own: boolean };

/** Notes what was put into the clipboard last. */
test.beforeEach(({ page }) =>
  page.addInitScript(() => {
    document.addEventListener('copy', ({ clipboardData, defaultPrevented }) => {
      document.documentElement.dataset.copied = JSON.stringify({
        text: clipboardData?.getData('text/plain') ?? '',
        html: clipboardData?.getData('text/html') ?? '',
        own: defaultPrevented,
      });
    });
  }),
);

/** What Ctrl+C puts into the clipboard. */
async function copied(page: Page): Promise<Copied> {
  const note = () => page.evaluate(() => document.documentElement.dataset.copied ?? '');
  await page.evaluate(() => {
    document.documentElement.dataset.copied = '';
  });
  await page.keyboard.press('Control+c');
  await expect.poll(note, { timeout: 2000 }).not.toBe('');
  return JSON.parse(await note());
}

const HEAD = [
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

test('rows are tabbed text under their names, as they are seen', async ({ page, demoCalls }) => {
  await visit(page, '?limit=100');
  await expectCopying(page);
  await select(page, [0, 4], [39, 2]);
  const { text, html } = await copied(page);
  const [head, ...rows] = text.split('\n').map((line) => line.split('\t'));
  expect(head).toEqual(HEAD);
  expect(rows).toHaveLength(40);
  rows.forEach((cells, index) => {
    const call: Partial<Call> = demoCalls[index] ?? {};
    expect(cells).toHaveLength(HEAD.length);
    expect(cells[1]).toMatch(new RegExp(`^${call.type}( |$)`));
    expect(cells[2]).toBe(call.use_case?.name ?? '');
    expect(cells[3]).toBe(call.classification?.tag ?? '');
    expect(cells[4]).toBe(call.status);
    for (const { emoji } of call.ratings ?? []) expect(cells[7]).toContain(emoji);
    if (!call.ratings?.length) expect(cells[7]).toBe('');
    expect(cells[8]).toMatch(/^(Unseen|Seen|Rated|Contested|Flagged)$/);
    if (!call.metadata?.tags?.length) expect(cells[9]).toBe('');
  });
  expect(text).not.toMatch(HIDDEN);
  expect(html).not.toMatch(HIDDEN);
  expect(html.match(/<tr>/g)).toHaveLength(41);
  expect(html).not.toMatch(/class=|style=|<a /);
});

test('a row whole has its names, a part of one has not, and a cell is itself', async ({ page }) => {
  await visit(page);
  await expectCopying(page);
  await select(page, [1, 0], [1, 9]);
  expect((await copied(page)).text.split('\n')[0]).toBe(HEAD.join('\t'));
  await select(page, [1, 3], [1, 5]);
  const part = await copied(page);
  expect(part.text).not.toContain('\n');
  expect(part.text.split('\t')).toHaveLength(3);
  await select(page, [1, 4], [1, 4]);
  expect((await copied(page)).own).toBe(false);
  await select(page, [1, 0], [1, 0]);
  const first = await copied(page);
  expect(first.text).not.toMatch(HIDDEN);
  expect(first.text).toBe(await row(page, 1).locator('time').textContent());
});

test('text that is markup stays text', async ({ page, demoCalls, upstream }) => {
  const [first] = demoCalls;
  if (!first) throw new Error('There are no calls.');
  const hostile = '<img src=x onerror="alert(1)"> "a",\tb\n😀 مرحبا';
  await upstream.insertCalls({
    ...first,
    id: 'feedfacefeedfacefeedface',
    created: new Date(Date.parse(first.created) + 1000).toISOString(),
    metadata: { ...first.metadata, tags: [hostile] },
  });
  await visit(page);
  await expectCopying(page);
  await select(page, [0, 0], [1, 9]);
  const { text, html } = await copied(page);
  expect(text.split('\n')).toHaveLength(3);
  expect(text.split('\n')[1]?.split('\t')[9]).toBe(
    '<img src=x onerror="alert(1)"> "a", b 😀 مرحبا',
  );
  expect(html).toContain('&lt;img src=x onerror=&quot;alert(1)&quot;&gt;');
  expect(html).not.toContain('<img');
});

test('text that a spreadsheet would calculate is marked as text', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const [first] = demoCalls;
  if (!first) throw new Error('There are no calls.');
  await upstream.insertCalls({
    ...first,
    id: 'feedfacefeedfacefeedfacf',
    created: new Date(Date.parse(first.created) + 1000).toISOString(),
    metadata: { ...first.metadata, tags: ['=HYPERLINK("https://evil.example","x")'] },
    classification: { ...first.classification, tag: '@SUM(1)' },
  });
  await visit(page);
  await expectCopying(page);
  await select(page, [0, 0], [1, 9]);
  const { text, html } = await copied(page);
  const cells = text.split('\n')[1]?.split('\t') ?? [];
  expect([cells[3], cells[9]]).toEqual(["'@SUM(1)", `'=HYPERLINK("https://evil.example","x")`]);
  expect(html).toContain("<td>'@SUM(1)</td>");
  expect(html).toContain("<td>'=HYPERLINK(");
});

test('all that is selected is copied, also where it is out of sight', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?limit=500');
  await expectCopying(page);
  const drawn = page.locator('tr[data-call]');
  await expect.poll(() => drawn.count()).toBeLessThan(200);
  await page.keyboard.press('Control+a');
  const { text } = await copied(page);
  const [head, ...rows] = text.split('\n').map((line) => line.split('\t'));
  expect(head).toEqual(HEAD);
  expect(rows.map((cells) => [cells[2], cells[4]])).toEqual(
    demoCalls.slice(0, 500).map((call) => [call.use_case?.name ?? '', call.status]),
  );
  await expect.poll(() => drawn.count()).toBeLessThan(200);
});

/** The code for copying comes a moment after the rows. */
async function expectCopying(page: Page): Promise<void> {
  await expect(async () => {
    await select(page, [0, 0], [1, 1]);
    expect((await copied(page)).own).toBe(true);
  }).toPass();
}
