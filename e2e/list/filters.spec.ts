import { expect, type Page } from '@playwright/test';
import {
  callIds,
  callLinks,
  chips,
  column,
  expectCount,
  expectParameter,
  facet,
  filters,
  paging,
  parameter,
  reload,
  row,
  search,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

const check = (page: Page, group: string, value: string) =>
  facet(page, group).getByRole('checkbox', { name: value, exact: true }).click();

/** All zones are listed once the field has the focus. */
async function chooseZone(page: Page, zone: string) {
  const field = filters(page).getByRole('combobox', { name: 'Time zone' });
  await field.focus();
  await field.selectOption(zone);
}

const clear = (page: Page) => page.getByRole('button', { name: 'Clear filters' });

async function openRange(page: Page) {
  await filters(page).getByRole('button', { name: 'Date range' }).click();
  const panel = page.getByRole('dialog', { name: 'Date range' });
  await expect(panel.getByRole('grid')).toBeVisible();
  return panel;
}

test('filters are in the address, and a reload shows the same view', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await check(page, 'Type', 'Outbound');
  await check(page, 'Status', 'Completed');
  await check(page, 'Status', 'No answer');
  await search(page).fill('dallas');
  const wanted = demoCalls.filter(
    ({ type, status, extraction }) =>
      type === 'Outbound' &&
      ['Completed', 'No answer'].includes(status) &&
      JSON.stringify(extraction ?? {})
        .toLowerCase()
        .includes('dallas'),
  );
  await expectCount(page, wanted.length);
  expect(new URL(page.url()).search).toBe(
    '?type=Outbound&statuses=Completed,No+answer&search=dallas',
  );
  const before = await callIds(page);
  expect(before).toEqual(wanted.slice(0, 50).map(({ id }) => id));

  await reload(page);
  await expectCount(page, wanted.length);
  expect(await callIds(page)).toEqual(before);
  await expect(search(page)).toHaveValue('dallas');
  for (const [group, value] of [
    ['Type', 'Outbound'],
    ['Status', 'Completed'],
    ['Status', 'No answer'],
  ] as const)
    await expect(facet(page, group).getByRole('checkbox', { name: value })).toBeChecked();
});

test('Back undoes one choice, Forward does it again', async ({ page }) => {
  await visit(page);
  await check(page, 'Status', 'Failed');
  await expectParameter(page, 'statuses', 'Failed');
  await check(page, 'Type', 'Inbound');
  await expectParameter(page, 'type', 'Inbound');
  await page.goBack();
  await expectParameter(page, 'type', null);
  await expectParameter(page, 'statuses', 'Failed');
  await expect(facet(page, 'Type').getByRole('checkbox', { name: 'Inbound' })).not.toBeChecked();
  await expect.poll(async () => [...new Set(await column(page, 'Status'))]).toEqual(['Failed']);
  await page.goBack();
  await expectParameter(page, 'statuses', null);
  await expectCount(page, 12_993);
  await page.goForward();
  await expectParameter(page, 'statuses', 'Failed');
});

test('choices in quick succession all count', async ({ page }) => {
  await visit(page);
  for (const status of ['Completed', 'Busy', 'Failed']) await check(page, 'Status', status);
  await expectParameter(page, 'statuses', 'Completed,Busy,Failed');
  await expect(chips(page).getByRole('listitem')).toHaveCount(3);
});

test('typing leaves no steps in the history', async ({ page }) => {
  await visit(page);
  await check(page, 'Type', 'Inbound');
  await expectParameter(page, 'type', 'Inbound');
  const steps = await page.evaluate(() => history.length);
  await search(page).pressSequentially('laredo', { delay: 20 });
  await expectParameter(page, 'search', 'laredo');
  await search(page).fill('');
  await expectParameter(page, 'search', null);
  await search(page).pressSequentially('chi', { delay: 20 });
  await expectParameter(page, 'search', 'chi');
  expect(await page.evaluate(() => history.length)).toBe(steps);
  await page.goBack();
  await expectParameter(page, 'type', null);
  await expectParameter(page, 'search', null);
  await expect(search(page)).toHaveValue('');
});

test('a filter starts again at the first page', async ({ page }) => {
  await visit(page, '?offset=500');
  await check(page, 'Rating', '👎 Bad');
  await expectParameter(page, 'ratings', '👎');
  await expectParameter(page, 'offset', null);
});

test('of the two types, one takes the place of the other', async ({ page }) => {
  await visit(page);
  await check(page, 'Type', 'Inbound');
  await expectParameter(page, 'type', 'Inbound');
  await check(page, 'Type', 'Outbound');
  await expectParameter(page, 'type', 'Outbound');
  await expect(facet(page, 'Type').getByRole('checkbox', { name: 'Inbound' })).not.toBeChecked();
});

test('chips take filters away one by one, and "Clear filters" all of them', async ({ page }) => {
  await visit(page, '?type=Inbound&statuses=Busy,Completed&from=-30d&search=dallas&sort=asc');
  const names = await chips(page)
    .getByRole('button')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
  expect(names).toEqual([
    'Remove filter Type: Inbound',
    'Remove filter Status: Busy',
    'Remove filter Status: Completed',
    'Remove filter Date range: Last 30 days',
    'Remove filter Search: dallas',
  ]);
  await chips(page).getByRole('button', { name: 'Remove filter Status: Busy' }).click();
  await expectParameter(page, 'statuses', 'Completed');
  await chips(page).getByRole('button', { name: 'Remove filter Date range' }).click();
  await expectParameter(page, 'from', null);
  await clear(page).click();
  await expectCount(page, 12_993);
  expect(new URL(page.url()).search).toBe('?sort=asc');
  await expect(chips(page)).toBeHidden();
  await expect(search(page)).toHaveValue('');
});

test('token fields offer what was seen and take any other value', async ({ page, demoCalls }) => {
  await visit(page);
  const models = facet(page, 'Model');
  const seen = new Set(demoCalls.slice(0, 50).flatMap(({ use_case }) => use_case?.model ?? []));
  const [first = ''] = seen;
  await expect(models.getByRole('checkbox', { name: first, exact: true })).toBeVisible();
  await models.getByRole('textbox').fill(first.slice(0, 3).toUpperCase());
  for (const name of await models.getByRole('checkbox').all())
    await expect(name).toHaveAccessibleName(new RegExp(first.slice(0, 3), 'i'));
  await models.getByRole('textbox').fill('');
  await models.getByRole('checkbox', { name: first, exact: true }).click();
  await expectParameter(page, 'models', first);

  const tags = facet(page, 'Tags');
  await tags.getByRole('textbox', { name: 'Find or add: Tags' }).fill('a+b&c=d?#/\\');
  await tags.getByRole('textbox', { name: 'Find or add: Tags' }).press('Enter');
  await expectParameter(page, 'tags', 'a+b&c=d?#/\\');
  await expect(tags.getByRole('checkbox', { name: 'a+b&c=d?#/\\' })).toBeChecked();
  await expect(tags.getByRole('textbox')).toHaveValue('');
  await reload(page);
  await expect(tags.getByRole('checkbox', { name: 'a+b&c=d?#/\\' })).toBeChecked();
  await tags.getByRole('checkbox', { name: 'a+b&c=d?#/\\' }).click();
  await expectParameter(page, 'tags', null);
});

test('a use case is chosen by its name and found by its id', async ({ page, demoCalls }) => {
  await visit(page, '?search=dallas');
  const group = facet(page, 'Use case');
  await group.getByRole('textbox').fill('Outbound Carrier Sales');
  await group.getByRole('textbox').press('Enter');
  await expectParameter(page, 'use_cases', '67025c3f9c4d3e001f5a7b03');
  await expect(chips(page)).toContainText('Outbound Carrier Sales');
  await chips(page).getByRole('button', { name: 'Remove filter Search' }).click();
  await expectCount(
    page,
    demoCalls.filter(({ use_case }) => use_case?.id === '67025c3f9c4d3e001f5a7b03').length,
  );
});

test('the transfer contact filters on Enter', async ({ page, demoCalls }) => {
  const email = demoCalls.find((call) => call.transfer_contact_email)?.transfer_contact_email ?? '';
  await visit(page);
  const field = filters(page).getByRole('textbox', { name: 'Transfer contact' });
  await field.fill(email);
  await field.press('Enter');
  await expectParameter(page, 'transfer_contact_email', email);
  await expectCount(
    page,
    demoCalls.filter(({ transfer_contact_email }) => transfer_contact_email === email).length,
  );
});

test('a preset stays relative in the address', async ({ page, request }) => {
  await visit(page);
  const panel = await openRange(page);
  await panel.getByRole('button', { name: 'Last 7 days' }).click();
  await expectParameter(page, 'from', '-7d');
  await expect(panel).toBeHidden();
  await expect(filters(page).getByRole('button', { name: 'Date range' })).toBeFocused();
  await expect(chips(page)).toContainText('Last 7 days');
  await expectCount(page, (await (await request.get('/api/calls?from=-7d&limit=1')).json()).count);

  const again = await openRange(page);
  await expect(again.getByRole('button', { name: 'Last 7 days' })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  for (const name of ['Last 24 hours', 'Last 30 days', 'Last 90 days', 'Today', 'Yesterday'])
    await expect(again.getByRole('button', { name, exact: true })).toBeVisible();
  for (const name of ['This week', 'Last week', 'This month', 'Last month'])
    await expect(again.getByRole('button', { name, exact: true })).toBeVisible();
  await again.getByRole('button', { name: 'All time' }).click();
  await expectParameter(page, 'from', null);
});

test('a preset of the calendar means the days of the chosen zone', async ({ page, request }) => {
  const count = async (zone: string) =>
    (await (await request.get(`/api/calls?from=last-month&limit=1&timezone=${zone}`)).json()).count;
  await visit(page, '?from=last-month');
  await expectCount(page, await count('America/Chicago'));
  await chooseZone(page, 'Asia/Tokyo');
  await expectCount(page, await count('Asia/Tokyo'));
});

test('a range of one’s own: typed dates and times are read in the zone', async ({
  page,
  servers,
  demoCalls,
}) => {
  const day = (ago: number) => new Date(servers.now - ago * 86_400_000).toISOString().slice(0, 10);
  const [from, to] = [day(20), day(10)];
  await visit(page, '?timezone=UTC');
  const panel = await openRange(page);
  await panel.getByLabel('From date').fill(from);
  await panel.getByLabel('From time').fill('08:30');
  await panel.getByLabel('To date').fill(to);
  await panel.getByLabel('To time').fill('17:00');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => parameter(page, 'from')).toMatch(new RegExp(`^${from}T08:30:00`));
  const [first, last] = [parameter(page, 'from') ?? '', parameter(page, 'to') ?? ''];
  expect(last).toMatch(new RegExp(`^${to}T17:00`));
  await expectCount(
    page,
    demoCalls.filter(
      ({ created }) =>
        Date.parse(created) >= Date.parse(first) && Date.parse(created) <= Date.parse(last),
    ).length,
  );
});

test('a range that ends before it starts is told and cannot be applied', async ({ page }) => {
  await visit(page);
  const panel = await openRange(page);
  await panel.getByLabel('From date').fill('2026-09-10');
  await panel.getByLabel('To date').fill('2026-09-01');
  await expect(panel.getByRole('alert')).toHaveText('The range ends before it starts.');
  await expect(panel.getByRole('button', { name: 'Apply' })).toBeDisabled();
});

test('two clicks in the calendar make a range', async ({ page }) => {
  await visit(page, '?from=2026-09-01T00:00:00Z&to=2026-09-30T23:59:59Z&timezone=UTC');
  const panel = await openRange(page);
  await panel.getByRole('button', { name: /September 8th, 2026/ }).click();
  await panel.getByRole('button', { name: /September 3rd, 2026/ }).click();
  await expect(panel.getByLabel('From date')).toHaveValue('2026-09-03');
  await expect(panel.getByLabel('To date')).toHaveValue('2026-09-08');
  await panel.getByRole('button', { name: 'Apply' }).click();
  await expect.poll(() => parameter(page, 'from')).toMatch(/^2026-09-03T00:00:00/);
  await expect.poll(() => parameter(page, 'to')).toMatch(/^2026-09-08T23:59:59/);
});

test('another zone prints other times, stays for the next visit and is in the link', async ({
  page,
  demoCalls,
}) => {
  const printed = (zone: string) =>
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      month: 'short',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    }).format(Date.parse(demoCalls[0]?.created ?? ''));
  await visit(page);
  await expect(row(page, 0)).toContainText(printed('America/Chicago'));
  await chooseZone(page, 'Asia/Tokyo');
  await expect(row(page, 0)).toContainText(printed('Asia/Tokyo'));
  await expectParameter(page, 'timezone', 'Asia/Tokyo');
  await page.goto('/calls');
  await expect(row(page, 0)).toContainText(printed('Asia/Tokyo'));
  await expectParameter(page, 'timezone', 'Asia/Tokyo');
});

test('what a link says in error is named, ignored, and the notice can be put away', async ({
  page,
}) => {
  const broken = {
    limit: '0',
    statuses: '',
    from: 'someday',
    call: '../../etc/passwd',
    tab: 'nope',
    columns: 'created,status,zzz',
    colour: 'red',
    timezone: 'Mars/Olympus',
  };
  await visit(page, `?${new URLSearchParams({ ...broken, type: 'Inbound' })}`);
  const notice = page.getByRole('status').filter({ hasText: 'not understood' });
  for (const name of Object.keys(broken)) await expect(notice).toContainText(`${name} `);
  await expect(table(page).getByRole('columnheader')).toHaveText([/^Time/, /^Status/]);
  await expect(chips(page).getByRole('listitem')).toHaveText(['TypeInbound']);
  await notice.getByRole('button', { name: 'Dismiss notice' }).click();
  await expect(notice).toBeHidden();
  await expect(table(page)).toBeVisible();
});

for (const address of [
  '?type=Inbound&type=Outbound',
  '?search[]=x&__proto__=1&constructor=2',
  `?search=${'x'.repeat(3000)}`,
  '?from=2026-02-02T00:00:00Z&to=2026-02-01T00:00:00Z',
  '?offset=99999999999999999999',
])
  test(`a broken address does no harm: ${address.slice(0, 60)}`, async ({ page }) => {
    await visit(page, address);
    await expect(callLinks(page)).toHaveCount(50);
    await expect(page.getByRole('status').filter({ hasText: 'not understood' })).toBeVisible();
  });

for (const address of ['?search=%E0%A4%A', '?statuses=%00', '?search=%', '?tags=%252', '?='])
  test(`an odd address does no harm: ${address}`, async ({ page }) => {
    await visit(page, address);
    await expect(search(page)).toBeVisible();
    await expect(paging(page).or(page.getByRole('main').getByRole('alert')).first()).toBeVisible();
  });
