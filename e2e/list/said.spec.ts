import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  chips,
  drawer,
  expectCount,
  expectParameter,
  filters,
  row,
  visit,
} from '@/e2e/support/calls-page';
import { test as base } from '@/e2e/support/fixtures';
import { printed } from '@/e2e/support/pdf';
import { allRead, test } from '@/e2e/support/transcripts';
import { failedAnswer } from '@/e2e/support/trouble';
import type { Call } from '@/lib/call/call';
import { createTranscript } from '@/lib/demo/calls/transcript/transcript';

const said = (page: Page) => filters(page).getByRole('textbox', { name: 'Said' });
const hits = (page: Page) => drawer(page).locator('search').getByRole('status');

/** The calls on which one side said a text, newest first. */
function saying(calls: readonly Call[], role: string, text: string): string[] {
  return calls
    .filter((call) =>
      createTranscript(call).messages.some(
        (message) => message.role === role && message.content.toLowerCase().includes(text),
      ),
    )
    .map(({ id }) => id);
}

test('what was said is searched, shown and opened, on a phone too', async ({
  page,
  servers,
  demoCalls,
}) => {
  await allRead(servers.url);
  const expected = saying(demoCalls, 'assistant', 'while i pull that up');
  expect(expected.length).toBeGreaterThan(20);

  await visit(page);
  await said(page).fill('agent:"WHILE I púll that"');
  await said(page).press('Enter');
  await expectCount(page, expected.length);
  await expectParameter(page, 'said', 'agent:"WHILE I púll that"');
  await expect(chips(page)).toContainText('Said');
  expect(await callIds(page)).toEqual(expected.slice(0, 50));
  await expect(row(page, 0).locator('mark')).toHaveText('while I pull that');
  await expect(row(page, 0)).toContainText(/\d:\d\dAgent/);
  await expect(page.getByText(/^Searched what was said on [\d,]+ of 1,200 calls/)).toBeVisible();
  await expectAccessible(page);
  const paper = (await printed(page)).join(' ');
  expect(paper.match(/while i pull that/gi)).toHaveLength(50);
  expect(paper).toContain('Searched what was said on');

  await row(page, 0).getByRole('link').click();
  await expect(drawer(page).getByRole('tab', { name: 'Transcript' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await expect(hits(page)).toHaveText('1 of 1');
  await expect(drawer(page).locator('mark[data-current]')).toHaveText('while I pull that');
  await page.keyboard.press('j');
  await expectParameter(page, 'call', expected[1] ?? '');
  await expect(hits(page)).toHaveText('1 of 1');
  await page.keyboard.press('Escape');

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(row(page, 0).locator('mark')).toBeVisible();
  const { width } = await page.evaluate(() => ({ width: document.documentElement.scrollWidth }));
  expect(width).toBe(390);

  // Of all that is asked with the filter, the same calls are counted.
  const query = `said=${encodeURIComponent('agent:"while i pull"')}`;
  const facets = await (await page.request.get(`/api/facets?${query}`)).json();
  const costs = await (await page.request.get(`/api/costs?${query}&interval=month`)).json();
  const list = await (await page.request.get(`/api/calls?${query}&limit=1`)).json();
  expect([facets.count, costs.totals.calls, list.count]).toEqual(
    Array.from({ length: 3 }, () => expected.length),
  );
  expect(list.meta.said).toEqual(facets.meta.said);
  expect(list.said).toMatchObject([{ id: expected[0], role: 'agent' }]);
  const turned = `said=${encodeURIComponent('caller:"while i pull"')}`;
  expect((await (await page.request.get(`/api/calls?${turned}`)).json()).count).toBe(0);
});

base('where it is not kept, that is told and no empty list', async ({ page, trouble }) => {
  trouble.expect(failedAnswer(409, '/api/(facets|review|timeline)'));
  await visit(page, '?said=hello');
  const told = page.getByRole('main').getByRole('alert');
  await expect(told).toContainText('What is said is not kept here');
  await expect(told).toContainText('SYNC_TRANSCRIPTS');
});
