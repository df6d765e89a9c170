import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  chips,
  expectCount,
  facet,
  parameter,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { SAME_ORIGIN } from '@/e2e/support/reviewing';

// What is written here stays in the index, so that no other test may share it.
test.use({ sync: true, alone: 'team' });

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });

async function pathOf(page: Page, reviewer: number): Promise<string> {
  const link = dialog(page, 'Share a sample').getByRole('link', { name: `Reviewer ${reviewer}` });
  return (await link.getAttribute('href')) ?? '';
}

test('a sample is shared out: each has other calls, the same ones for whoever opens the link', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?statuses=Transferred&from=-30d');
  await page.getByRole('button', { name: 'Share a sample' }).click();
  const shown = dialog(page, 'Share a sample');
  await expect(shown.getByRole('textbox', { name: 'People' })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('2');
  await page.keyboard.press('Tab');
  await page.keyboard.type('0');
  await expect(shown.getByRole('alert')).toContainText('must be a whole number');
  await expect(shown.getByRole('link')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('20');
  await expect(shown).toContainText('40 are drawn');
  const drawn = await shown
    .getByRole('table', { name: 'Calls by use case' })
    .locator('tbody td:last-child')
    .allInnerTexts();
  expect(drawn.reduce((sum, count) => sum + Number(count), 0)).toBe(40);
  await expectAccessible(page, '[role=dialog]');

  const paths = [await pathOf(page, 1), await pathOf(page, 2)];
  const lists: string[][] = [];
  for (const path of paths) {
    await page.goto(`${path}&limit=100`);
    await expectCount(page, 20);
    lists.push(await callIds(page));
  }
  const both = new Set(lists.flat());
  expect(both.size).toBe(40);
  const transferred = demoCalls.filter(({ status }) => status === 'Transferred');
  expect(transferred.map(({ id }) => id)).toEqual(expect.arrayContaining([...both]));
  await expect(chips(page)).toContainText('Share2 of 2');

  // In another order they are the same, and the numbers beside them are of them alone.
  await page.getByRole('columnheader', { name: 'Duration' }).getByRole('button').first().click();
  await expect.poll(() => parameter(page, 'sort_by')).toBe('duration');
  await expectCount(page, 20);
  expect((await callIds(page)).sort()).toEqual([...(lists[1] ?? [])].sort());
  await expect(page.getByText(/of 20 reviewed/)).toBeVisible();
  await expect(facet(page, 'Status').getByRole('checkbox', { name: 'Transferred' })).toBeChecked();
  await expect(facet(page, 'Status')).toContainText('20');

  // The costs of the sample are those of the same calls, and the way back leads to them.
  await page.goto(paths[1]?.replace('/calls', '/costs') ?? '');
  await page
    .getByRole('region', { name: 'Key figures' })
    .getByRole('link', { name: '20' })
    .first()
    .click();
  await expect(table(page)).toBeVisible();
  await expectCount(page, 20);
  expect((await callIds(page)).sort()).toEqual([...(lists[1] ?? [])].sort());
});

test('people who rated the same calls are compared', async ({ page, demoCalls }) => {
  const calls = demoCalls.filter(({ ratings }) => (ratings ?? []).length === 0).slice(0, 4);
  const given = ['✅ ✅', '✅ 👎', '👎 👎', '👎 👎'];
  for (const [at, { id }] of calls.entries())
    for (const [who, emoji] of (given[at] ?? '').split(' ').entries()) {
      const answer = await page.request.patch(`/api/calls/${id}/ratings`, {
        headers: {
          ...SAME_ORIGIN,
          'x-reviewer-email': ['ann@x.example', 'bo@x.example'][who] ?? '',
        },
        data: { emoji, operation: 'add' },
      });
      expect(answer.status()).toBe(200);
    }
  await visit(page, '?rated_by=ann@x.example');
  await page.getByRole('button', { name: 'Agreement' }).click();
  const row = dialog(page, 'Agreement').getByRole('row', { name: /ann@x\.example/ });
  await expect(row).toContainText('bo@x.example');
  await expect(row.getByRole('cell')).toHaveText([/^4few$/, /^75%3 alike$/, '0.50']);
  await expectAccessible(page, '[role=dialog]');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Agreement' })).toBeFocused();

  await visit(page, '?rated_by=nobody@x.example');
  await page.getByRole('button', { name: 'Agreement' }).click();
  await expect(dialog(page, 'Agreement')).toContainText('was rated by two people');
});
