import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  chips,
  column,
  expectCount,
  expectParameter,
  facet,
  filters,
  parameter,
  reload,
  row,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';
import type { Call } from '@/lib/call/call';

// The counts of a whole index.
test.use({ sync: true });

const checkbox = (page: Page, group: string, name: string) =>
  facet(page, group).getByRole('checkbox', { name, exact: true });

const button = (page: Page, group: string, name: string) =>
  facet(page, group).getByRole('button', { name, exact: true });

const written = (count: number) => `${count.toLocaleString('en-US')} calls`;

/** The values of a group on screen, top to bottom. */
const order = (group: Locator) => group.locator('label bdi').allInnerTexts();

const timeline = (page: Page) => page.getByRole('figure', { name: 'Calls over time' });

async function expectOnly(page: Page, calls: readonly Call[]) {
  await expectCount(page, calls.length);
  expect(await callIds(page)).toEqual(calls.slice(0, 50).map(({ id }) => id));
}

test('a count is what the list holds once the value is chosen', async ({ page, demoCalls }) => {
  await visit(page);
  for (const status of ['Completed', 'Failed']) {
    const count = demoCalls.filter((call) => call.status === status).length;
    await expect(checkbox(page, 'Status', status)).toHaveAccessibleDescription(written(count));
  }
  const failed = demoCalls.filter(({ status }) => status === 'Failed');
  await checkbox(page, 'Status', 'Failed').click();
  await expectOnly(page, failed);

  const inbound = failed.filter(({ type }) => type === 'Inbound');
  await expect(checkbox(page, 'Type', 'Inbound')).toHaveAccessibleDescription(
    written(inbound.length),
  );
  // Its own choice does not change the counts of a facet.
  await expect(checkbox(page, 'Status', 'Completed')).toHaveAccessibleDescription(
    written(demoCalls.filter(({ status }) => status === 'Completed').length),
  );
  await checkbox(page, 'Type', 'Inbound').click();
  await expectOnly(page, inbound);
});

test('“Only” asks for one value, “Exclude” for all but it, and both can be taken back', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?statuses=Completed,Failed');
  await checkbox(page, 'Status', 'Canceled').hover();
  await button(page, 'Status', 'Only Canceled').click();
  await expectParameter(page, 'statuses', 'Canceled');
  await expectOnly(
    page,
    demoCalls.filter(({ status }) => status === 'Canceled'),
  );

  await checkbox(page, 'Status', 'Completed').hover();
  await button(page, 'Status', 'Exclude Completed').click();
  await checkbox(page, 'Status', 'Canceled').hover();
  await button(page, 'Status', 'Exclude Canceled').click();
  await expectParameter(page, 'statuses', null);
  await expectParameter(page, 'not_statuses', 'Completed,Canceled');
  await expect(checkbox(page, 'Status', 'Canceled')).not.toBeChecked();
  await expect(checkbox(page, 'Status', 'Canceled')).toHaveAccessibleDescription(/calls excluded$/);
  await expect(chips(page)).toContainText('Not statusCompleted');
  await expectOnly(
    page,
    demoCalls.filter(({ status }) => status !== 'Completed' && status !== 'Canceled'),
  );

  await expect(button(page, 'Status', 'Exclude Canceled')).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Status', 'Exclude Canceled').click();
  await expectParameter(page, 'not_statuses', 'Completed');
  await checkbox(page, 'Status', 'Completed').click();
  await expectParameter(page, 'not_statuses', null);
  await expectParameter(page, 'statuses', 'Completed');
  await page.goBack();
  await expectParameter(page, 'not_statuses', 'Completed');
});

test('calls without a value are offered last, to be asked for or left out', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  const without = demoCalls.filter(({ classification }) => !classification?.tag);
  const none = checkbox(page, 'Outcome', 'No outcome');
  await expect(none).toHaveAccessibleDescription(written(without.length));
  expect((await order(facet(page, 'Outcome'))).at(-1)).toBe('No outcome');
  await expect(checkbox(page, 'Status', 'No status')).toHaveCount(0);

  await none.hover();
  await button(page, 'Outcome', 'Only No outcome').click();
  await expectParameter(page, 'classifications', '(none)');
  await expect(chips(page)).toContainText('OutcomeNo outcome');
  await expectOnly(page, without);

  await none.hover();
  await button(page, 'Outcome', 'Exclude No outcome').click();
  await expectParameter(page, 'classifications', null);
  await expectParameter(page, 'not_classifications', '(none)');
  await expect(chips(page)).toContainText('Outcomeany');
  await expectOnly(
    page,
    demoCalls.filter(({ classification }) => classification?.tag),
  );
});

test('the keys o and x do the same, and Tab reaches the buttons', async ({ page }) => {
  await visit(page);
  await expect(checkbox(page, 'Status', 'Failed')).toHaveAccessibleDescription(/calls$/);
  await checkbox(page, 'Status', 'Failed').focus();
  await page.keyboard.press('x');
  await expectParameter(page, 'not_statuses', 'Failed');
  await page.keyboard.press('o');
  await expectParameter(page, 'not_statuses', null);
  await expectParameter(page, 'statuses', 'Failed');
  await page.keyboard.press('Tab');
  await expect(button(page, 'Status', 'Only Failed')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(button(page, 'Status', 'Exclude Failed')).toBeFocused();
  await page.keyboard.press('Enter');
  await expectParameter(page, 'not_statuses', 'Failed');
});

test('a chosen value stays at count 0, and nobody takes an unknown value for another', async ({
  page,
}) => {
  await visit(page, '?tags=no-such-tag,booked&not_models=gone');
  await expect(checkbox(page, 'Tags', 'no-such-tag')).toBeChecked();
  await expect(checkbox(page, 'Tags', 'no-such-tag')).toHaveAccessibleDescription('0 calls');
  await expect(checkbox(page, 'Tags', 'booked')).toBeChecked();
  await expect(checkbox(page, 'Model', 'gone')).toHaveAccessibleDescription(/excluded$/);
  await checkbox(page, 'Tags', 'no-such-tag').click();
  await expectParameter(page, 'tags', 'booked');
});

test('the order follows the counts, but not under the hand', async ({ page }) => {
  await visit(page);
  const group = facet(page, 'Status');
  await expect(checkbox(page, 'Status', 'Completed')).toHaveAccessibleDescription(/^[\d,]+ calls$/);
  const before = await order(group);
  await checkbox(page, 'Status', 'Canceled').hover();
  await checkbox(page, 'Type', 'Inbound').focus();
  await checkbox(page, 'Status', 'Canceled').focus();
  await page.evaluate(() => history.pushState(null, '', '?has_outcome=false'));
  await expect(checkbox(page, 'Status', 'Completed')).not.toHaveAccessibleDescription(
    '9,288 calls',
  );
  const now = await order(group);
  expect(now).toEqual(before.filter((value) => now.includes(value)));
});

test('values are found, added and shown in full', async ({ page }) => {
  await visit(page);
  const tags = facet(page, 'Tags');
  // Six, and calls without any.
  await expect(tags.getByRole('checkbox')).toHaveCount(7);
  await tags.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(tags.getByRole('checkbox', { name: '"><svg onload=alert(1)>' })).toBeVisible();
  await tags.getByRole('button', { name: 'Show fewer' }).click();
  await expect(tags.getByRole('checkbox')).toHaveCount(7);
  await tags.getByRole('textbox').fill('reefer');
  await expect(tags.getByRole('checkbox')).toHaveCount(1);
  await tags.getByRole('textbox').press('Enter');
  await expectParameter(page, 'tags', '❄️ reefer');
});

test('rarely used facets are folded until they are opened or in force', async ({ page }) => {
  await visit(page, '?languages=en-US');
  await expect(checkbox(page, 'Language', 'en-US')).toBeChecked();
  await expect(facet(page, 'Agent').getByRole('checkbox')).toHaveCount(0);
  await facet(page, 'Agent').getByRole('button', { name: 'Agent' }).click();
  await facet(page, 'Agent').getByRole('checkbox').first().click();
  await expect.poll(() => parameter(page, 'agents')).toMatch(/^[0-9a-f]{24}$/);
  await expect(chips(page).getByRole('listitem').filter({ hasText: 'Agent' })).not.toContainText(
    parameter(page, 'agents') ?? '',
  );
});

test('ranges filter on Enter and say what cannot be meant', async ({ page, demoCalls }) => {
  await visit(page);
  const group = facet(page, 'Duration');
  await expect(group).toContainText(/\d:\d\d to \d+:\d\d/);
  await group.getByRole('textbox', { name: 'Minimum duration in seconds' }).fill('300');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'min_duration', '300');
  await expectOnly(
    page,
    demoCalls.filter(({ duration }) => (duration ?? -1) >= 300),
  );
  await expect(chips(page)).toContainText('at least 5:00');
  await group.getByRole('textbox', { name: 'Maximum duration in seconds' }).fill('60');
  await page.keyboard.press('Enter');
  await expect(group.getByRole('alert')).toHaveText('The maximum is below the minimum.');
  expect(parameter(page, 'max_duration')).toBeNull();

  await facet(page, 'Cost').getByRole('textbox', { name: 'Minimum cost in USD' }).fill('0,5');
  await page.keyboard.press('Enter');
  await expectParameter(page, 'min_cost', '0.5');
  await expectOnly(
    page,
    demoCalls.filter(
      ({ duration, costs }) => (duration ?? -1) >= 300 && (costs?.total_costs ?? -1) >= 0.5,
    ),
  );
});

test('questions of the review have three answers', async ({ page, demoCalls }) => {
  const noted = demoCalls.filter(({ notes }) => notes?.length);
  await visit(page);
  const field = facet(page, 'Review').getByRole('combobox', { name: 'Has notes' });
  await expect(field).toHaveAccessibleDescription(written(noted.length));
  await field.selectOption('Yes');
  await expectCount(page, noted.length);
  await field.selectOption('No');
  await expectParameter(page, 'has_notes', 'false');
  await expectCount(page, demoCalls.length - noted.length);
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expect(field).toHaveValue('any');
});

test('without counts the filters still filter, and nothing claims to be zero', async ({
  page,
  trouble,
}) => {
  trouble.expect(failedAnswer(503, '/api/facets'));
  const answer = {
    type: 'urn:callscope:problem:index_unavailable',
    title: 'The index is not available',
    status: 503,
    detail: 'Another process has its file.',
    code: 'index_unavailable',
  };
  await page.route('**/api/facets?*', (route) =>
    route.fulfill({ status: 503, contentType: 'application/problem+json', json: answer }),
  );
  await visit(page);
  const told = filters(page).getByRole('status');
  await expect(told).toContainText('Counts are not available: The index is not available.');
  await expect(checkbox(page, 'Status', 'Busy')).toHaveAccessibleDescription('');
  const failedAgain = page.waitForResponse(/\/api\/facets\?.*statuses=Busy/);
  await checkbox(page, 'Status', 'Busy').click();
  await expectParameter(page, 'statuses', 'Busy');
  await expect(table(page)).toBeVisible();
  await failedAgain;
  await expect(told).toBeVisible();
  await page.unroute('**/api/facets?*');
  await told.getByRole('button', { name: 'Try again' }).click();
  await expect(checkbox(page, 'Status', 'Busy')).toHaveAccessibleDescription(/\d calls$/);
});

/** Drags over the second quarter of the timeline; how many calls it was said to hold. */
async function brush(page: Page): Promise<number> {
  const plot = timeline(page).locator('svg').last();
  await expect(timeline(page)).toContainText(/calls by day/);
  const box = await plot.boundingBox();
  if (!box) throw new Error('The timeline has no place.');
  await page.mouse.move(box.x + box.width * 0.25, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + 20, { steps: 5 });
  const [, told = ''] = /: ([\d,]+) calls/.exec((await timeline(page).textContent()) ?? '') ?? [];
  await page.mouse.up();
  return Number(told.replaceAll(',', ''));
}

test('a stretch of the timeline becomes the range, and Back undoes it', async ({ page }) => {
  await visit(page, '?from=-30d');
  const told = await brush(page);
  await expect.poll(() => parameter(page, 'to')).toMatch(/Z$/);
  await expectCount(page, told);
  await page.goBack();
  await expectParameter(page, 'from', '-30d');
  await expectParameter(page, 'to', null);
});

for (const days of [-40, 40])
  test(`a stretch of the timeline is what was brushed by a clock that is ${days} days off`, async ({
    page,
    servers,
  }) => {
    await page.clock.setSystemTime(servers.now + days * 86_400_000);
    await visit(page, '?from=-30d');
    const told = await brush(page);
    expect(told).toBeGreaterThan(0);
    await expect.poll(() => parameter(page, 'to')).toMatch(/Z$/);
    await expectCount(page, told);
    const from = Date.parse(parameter(page, 'from') ?? '');
    expect(Math.abs(servers.now - from)).toBeLessThan(31 * 86_400_000);
  });

test('the timeline is led by keys, folds, and can be read as a table', async ({ page }) => {
  await visit(page, '?from=-30d');
  const slider = timeline(page).getByRole('slider', { name: 'Part of the timeline' });
  await slider.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const words = (await slider.getAttribute('aria-valuetext')) ?? '';
  const [, told = ''] = /: ([\d,]+) calls/.exec(words) ?? [];
  await page.keyboard.press('Enter');
  await expect.poll(() => parameter(page, 'to')).toMatch(/Z$/);
  await expectCount(page, Number(told.replaceAll(',', '')));

  await timeline(page).getByRole('button', { name: 'Show as table' }).click();
  await expect(timeline(page).getByRole('columnheader', { name: 'Completed' })).toBeVisible();
  await timeline(page).getByRole('button', { name: 'Calls over time' }).click();
  await expect(slider).toBeHidden();
  await page.reload();
  await expect(timeline(page).getByRole('button', { name: 'Calls over time' })).toHaveAttribute(
    'aria-expanded',
    'false',
  );
});

test('the timeline moves nothing when it comes', async ({ page }) => {
  await page.goto('/calls');
  const before = (await table(page).boundingBox())?.y;
  await expect(timeline(page)).toContainText(/calls by/);
  expect((await table(page).boundingBox())?.y).toBe(before);
});

test('the list is sorted by cost and by duration, the largest first', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?offset=50');
  const cost = table(page).getByRole('columnheader', { name: 'Cost' });
  await expect(cost).toHaveAttribute('aria-sort', 'none');
  await cost.getByRole('button', { name: 'Cost' }).click();
  await expectParameter(page, 'sort_by', 'total_cost');
  await expectParameter(page, 'offset', null);
  await expect(cost).toHaveAttribute('aria-sort', 'descending');
  const most = Math.max(...demoCalls.map(({ costs }) => costs?.total_costs ?? 0));
  const dearest = demoCalls.find(({ costs }) => costs?.total_costs === most);
  await expect(row(page, 0)).toHaveAttribute('data-call', dearest?.id ?? '');
  const duration = table(page).getByRole('columnheader', { name: 'Duration' });
  await duration.getByRole('button', { name: 'Duration' }).click();
  await expect(duration).toHaveAttribute('aria-sort', 'descending');
  await expect(cost).toHaveAttribute('aria-sort', 'none');
  await duration.getByRole('button', { name: 'Duration' }).click();
  await expect(duration).toHaveAttribute('aria-sort', 'ascending');
  await expectParameter(page, 'sort', 'asc');
  await expect.poll(async () => (await column(page, 'Duration'))[0]).toMatch(/^0:0\d$/);
});

test('the sidebar and the timeline in use have no accessibility faults', async ({ page }) => {
  await visit(page, '?limit=25&not_statuses=Busy&tags=booked,no-such-tag&languages=en-US');
  await expect(checkbox(page, 'Status', 'Busy')).toHaveAccessibleDescription(/excluded/);
  await checkbox(page, 'Status', 'Completed').focus();
  await timeline(page).getByRole('button', { name: 'Show as table' }).click();
  await expectAccessible(page);
});

test('groups fold and stay folded, are pinned to the top and hidden', async ({ page }) => {
  await visit(page);
  const status = facet(page, 'Status');
  await status.getByRole('button', { name: 'Status' }).click();
  await expect(status.getByRole('checkbox')).toHaveCount(0);
  await page.getByRole('button', { name: 'Arrange filters' }).click();
  const panel = page.getByRole('dialog', { name: 'Arrange filters' });
  await panel.getByRole('button', { name: 'Pin Model' }).click();
  await panel.getByRole('checkbox', { name: 'Type' }).uncheck();
  await page.keyboard.press('Escape');
  await reload(page);
  await expect(filters(page).getByRole('group').first()).toHaveAccessibleName('Model');
  await expect(status.getByRole('checkbox')).toHaveCount(0);
  await expect(facet(page, 'Type')).toHaveCount(0);
  await visit(page, '?type=Inbound');
  await expect(checkbox(page, 'Type', 'Inbound')).toBeChecked();
});

test('a facet lists its six largest values, and more when asked', async ({ page }) => {
  await visit(page);
  const group = facet(page, 'Status');
  await expect(group.getByRole('checkbox')).toHaveCount(6);
  await group.getByRole('button', { name: /^Show \d+ more$/ }).click();
  await expect(checkbox(page, 'Status', 'Voicemail left')).toBeVisible();
});
