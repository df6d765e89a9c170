import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  drawer,
  expectParameter,
  paging,
  parameter,
  row,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';

test.use({ sync: true, alone: 'compare' });

const view = (page: Page) => page.getByRole('dialog', { name: 'Compare calls' });
const bar = (page: Page) => page.getByRole('group', { name: 'Selected calls' });
const mark = (page: Page, index: number) => row(page, index).getByRole('checkbox');
const compared = (page: Page, name: string | RegExp) => view(page).getByRole('row', { name });
const onlyDifferences = (page: Page) =>
  view(page).getByRole('switch', { name: 'Only differences' });

const A = 'ca0000000000000000000001';
const B = 'ca0000000000000000000002';

/** Two calls that differ in what only odd data differ in. */
function pair(now: number): Record<string, unknown>[] {
  const forty = Object.fromEntries(
    Array.from({ length: 40 }, (_, i) => [`field_${i}`, `same ${i}`]),
  );
  const common = {
    type: 'Outbound',
    status: 'Completed',
    metadata: { from: '+13125550100', to: '+12025550199' },
    brand_new_field: { from: 'the vendor' },
  };
  return [
    {
      ...common,
      id: A,
      created: new Date(now - 7_200_000).toISOString(),
      extraction: {
        ...forty,
        carrier_name: '<img src=x onerror=alert(1)> Trucking',
        rate: 2400,
        equipment: null,
        stops: [{ city: 'Laredo' }, { city: 'Dallas' }],
      },
      classification: { tag: 'Booked', reasoning: '</td></table><h1>Booked</h1>' },
      costs: { total_costs: 0.3, llm: { total_cost: 0.1 } },
      notes: [{ id: 'n1', user_id: 'kim@x.example', content: '<script>alert(1)</script>' }],
      ratings: [{ emoji: '✅', email: 'kim@x.example' }],
    },
    {
      ...common,
      id: B,
      created: new Date(now - 3_600_000).toISOString(),
      extraction: {
        ...forty,
        carrier_name: 'شركة النقل السريع',
        rate: '2400',
        stops: [{ city: 'Laredo' }, { city: 'Austin' }],
      },
      classification: { tag: 'Not booked', reasoning: 'No capacity.' },
      costs: { total_costs: null, llm: { total_cost: 0 } },
    },
  ];
}

test('calls are selected by hand, over pages, and compared', async ({ page, demoCalls }) => {
  await visit(page, '?limit=25');
  await row(page, 1).hover();
  await mark(page, 1).check();
  await expect(bar(page)).toContainText('1 call selected');
  await expect(bar(page).getByRole('button', { name: 'Compare' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
  await bar(page).getByRole('button', { name: 'Compare' }).click({ force: true });
  expect(parameter(page, 'compare')).toBeNull();

  await paging(page).getByRole('button', { name: 'Next page' }).click();
  await expectParameter(page, 'offset', '25');
  // The address is there before the page is.
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[25]?.id ?? '');
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
  for (const index of [0, 1, 2]) await mark(page, index).check();
  await expect(bar(page)).toContainText('4 calls selected, no more fit');
  await expect(mark(page, 3)).toBeDisabled();
  expect(parameter(page, 'call')).toBeNull();

  await bar(page).getByRole('button', { name: 'Compare' }).click();
  const ids = [1, 25, 26, 27].map((place) => demoCalls[place]?.id).join(',');
  await expectParameter(page, 'compare', ids);
  await expect(view(page).getByRole('columnheader')).toHaveCount(4);

  await view(page)
    .getByRole('button', { name: /^Remove call/ })
    .first()
    .click();
  await expect(view(page).getByRole('columnheader')).toHaveCount(3);
  await expect(view(page)).toBeFocused();
  await page.goBack();
  await expect(view(page).getByRole('columnheader')).toHaveCount(4);

  const openers = view(page).getByRole('button', { name: /^Open call/ });
  await expect(openers).toHaveCount(4);
  await openers.nth(1).click();
  await expect(view(page)).toBeHidden();
  await expectParameter(page, 'call', demoCalls[25]?.id ?? '');
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(view(page)).toBeVisible();
  await expect(drawer(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await bar(page).getByRole('button', { name: 'Clear' }).click();
  await expect(bar(page)).toBeHidden();
  await expect(table(page).getByRole('checkbox', { checked: true })).toHaveCount(0);
});

test('the keyboard alone selects, compares, closes, and is back where it was', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await expect(mark(page, 0)).toBeAttached();
  await page.keyboard.press('c');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('2 calls selected');
  await page.keyboard.press('x');
  await expect(bar(page)).toContainText('1 call selected');
  await page.keyboard.press('x');
  await page.keyboard.press('c');
  await expect(view(page)).toBeVisible();
  await expectParameter(page, 'compare', `${demoCalls[0]?.id},${demoCalls[2]?.id}`);
  await page.keyboard.press('j');
  await expect(onlyDifferences(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(view(page)).toBeHidden();
  await expectParameter(page, 'compare', null);
  await expect(row(page, 2).getByRole('link')).toBeFocused();

  await page.keyboard.press('Tab');
  await expect(mark(page, 2)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(bar(page)).toContainText('1 call selected');
  expect(parameter(page, 'call')).toBeNull();
});

test('what differs is marked, what is the same can be left out, and text stays text', async ({
  page,
  upstream,
  servers,
}) => {
  await upstream.insertCalls(...pair(servers.now));
  await visit(page, `?compare=${A},${B}`);
  const rate = compared(page, /^Rate\s*, differs/);
  await expect(rate.getByRole('cell')).toHaveText(['2400', '"2400"']);
  const equipment = compared(page, /^Equipment/);
  await expect(equipment.getByRole('cell').nth(0)).toContainText('nothing');
  await expect(equipment.getByRole('cell').nth(1)).toHaveText('not there');
  await expect(compared(page, /^Carrier name/).getByRole('cell')).toHaveText([
    '<img src=x onerror=alert(1)> Trucking',
    'شركة النقل السريع',
  ]);
  await expect(compared(page, /^Reasoning/)).toContainText('</td></table><h1>Booked</h1>');
  await expect(compared(page, /^Notes/)).toContainText('<script>alert(1)</script>');
  await expect(compared(page, /^LLM/).getByRole('cell')).toHaveText(['$0.1000', '$0.0000']);
  await expect(
    compared(page, /^Total/)
      .getByRole('cell')
      .nth(1),
  ).toContainText('no amount');
  await expect(compared(page, /^City/)).toHaveCount(2);
  await expect(compared(page, /^Field 39/)).toBeVisible();
  await expect(compared(page, /^Type/)).toBeVisible();

  await onlyDifferences(page).check();
  await expect(compared(page, /^Field/)).toHaveCount(0);
  await expect(compared(page, /^City/)).toHaveCount(1);
  await expect(compared(page, /^Type/)).toHaveCount(0);
  await expect(compared(page, /^Rate/)).toBeVisible();
});

test('transcripts are fetched when they are asked for, side by side', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const talks = demoCalls
    .filter(({ duration, metadata }) => (duration ?? 0) > 60 && metadata?.call_sid)
    .slice(0, 2);
  await visit(page, `?compare=${talks.map(({ id }) => id).join(',')}`);
  const transcripts = view(page).getByRole('button', { name: 'Transcripts' });
  await expect(transcripts).toHaveAttribute('aria-expanded', 'false');
  const asked = async () =>
    (await upstream.requests()).filter(({ path }) => path.includes('/transcript')).length;
  expect(await asked()).toBe(0);
  await transcripts.click();
  await expect(view(page).getByRole('list').filter({ hasText: 'Agent' })).toHaveCount(2);
  expect(await asked()).toBe(2);
});

test('a call that nobody knows shows its problem, the others stay', async ({
  page,
  demoCalls,
  trouble,
}) => {
  trouble.expect(failedAnswer(404));
  // Nothing was extracted that could be called as the rows of every call are.
  const known = demoCalls.find(({ extraction }) => Object.keys(extraction ?? {}).length === 0);
  await visit(page, `?compare=${known?.id},nobody`);
  await expect(view(page).getByRole('alert')).toContainText('This call does not exist');
  await expect(compared(page, /^Status/)).toContainText(known?.status ?? '');
  await view(page).getByRole('button', { name: 'Remove call nobody' }).click();
  await expectParameter(page, 'compare', known?.id ?? '');
  await page.keyboard.press('Escape');
  await expect(view(page)).toBeHidden();
  await expect(row(page, 0).getByRole('link')).toBeFocused();
});

test('each page takes what it understands of "compare"', async ({ page, demoCalls }) => {
  await visit(page, '?compare=previous');
  await expect(table(page)).toBeVisible();
  await expect(page.getByText('Part of this link was not understood')).toHaveCount(0);
  await visit(page, '?compare=a,,b');
  await expect(page.getByText('Part of this link was not understood')).toContainText('compare');
  await expect(view(page)).toBeHidden();
  await page.goto(`/costs?compare=${demoCalls[0]?.id},${demoCalls[1]?.id}`);
  await expect(page.getByRole('figure', { name: 'Cost over time' })).toBeVisible();
  await expect(page.getByText('Part of this link was not understood')).toHaveCount(0);
});

test('nothing in it offends axe, and on a phone the names of the rows stay in sight', async ({
  page,
  upstream,
  servers,
}) => {
  await upstream.insertCalls(...pair(servers.now));
  await visit(page, `?compare=${A},${B}`);
  await expect(compared(page, /^Rate/)).toBeVisible();
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expectAccessible(page, '[role=dialog]');
  }
  const scroller = view(page).getByRole('table').locator('..');
  await scroller.evaluate((element) => element.scrollTo({ left: 200 }));
  await expect.poll(() => scroller.evaluate((element) => element.scrollLeft)).toBeGreaterThan(100);
  await expect
    .poll(
      async () =>
        (
          await compared(page, /^Status/)
            .getByRole('rowheader')
            .boundingBox()
        )?.x,
    )
    .toBe(0);
});
