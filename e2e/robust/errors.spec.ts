import { expect, type Page } from '@playwright/test';
import {
  callIds,
  callLinks,
  chips,
  drawer,
  expectCount,
  expectParameter,
  facet,
  filters,
  paging,
  row,
  search,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { freePort, startDashboard } from '@/e2e/support/servers';
import { failedAnswer } from '@/e2e/support/trouble';

const alert = (page: Page) => page.getByRole('main').getByRole('alert');
/** The advice and the countdown need not be in the alert: what changes each second would be told each second. */
const content = (page: Page) => page.getByRole('main');
const tryAgain = (page: Page) => content(page).getByRole('button', { name: 'Try again' });

const STATES = [
  {
    name: '401',
    fault: { kind: 'status', status: 401 },
    title: 'HappyRobot refused the API key',
    advice: 'HAPPYROBOT_API_KEY',
    code: 'upstream_unauthorized',
  },
  {
    name: '403',
    fault: { kind: 'status', status: 403 },
    title: 'The API key may not read these calls',
    advice: 'lacks permission',
    code: 'upstream_forbidden',
  },
  {
    name: '500',
    fault: { kind: 'status', status: 500 },
    title: 'HappyRobot failed to answer',
    advice: 'on HappyRobot’s side',
    code: 'upstream_failed',
  },
  {
    name: 'a connection that is reset',
    fault: { kind: 'reset' },
    title: 'HappyRobot cannot be reached',
    advice: 'HAPPYROBOT_API_URL',
    code: 'upstream_unreachable',
  },
  {
    name: 'no answer at all',
    fault: { kind: 'hang' },
    title: 'HappyRobot did not answer in time',
    advice: 'a smaller page or a shorter range',
    code: 'upstream_timeout',
  },
  {
    name: 'a page for people',
    fault: { kind: 'html' },
    title: 'HappyRobot sent an answer that makes no sense',
    advice: 'points to the API',
    code: 'upstream_invalid_response',
  },
  {
    name: 'JSON cut in the middle',
    fault: { kind: 'truncated' },
    title: 'HappyRobot sent an answer that makes no sense',
    advice: 'points to the API',
    code: 'upstream_invalid_response',
  },
  {
    name: 'a redirect',
    fault: { kind: 'redirect' },
    title: 'HappyRobot sent an answer that makes no sense',
    advice: 'points to the API',
    code: 'upstream_invalid_response',
  },
] as const;

for (const { name, fault, title, advice, code } of STATES)
  test(`${name} is told with what to do, and "Try again" recovers`, async ({
    page,
    upstream,
    demoCalls,
  }) => {
    await upstream.setFaults(fault);
    await visit(page);
    await expect(alert(page).getByRole('heading', { name: title })).toBeVisible();
    await expect(content(page)).toContainText(advice);
    await expect(content(page)).toContainText(code);
    await expect(table(page)).toBeHidden();
    await expect(page.getByText('No calls yet')).toBeHidden();
    await expect(filters(page)).toBeVisible();
    await upstream.clearFaults();
    await tryAgain(page).click();
    await expectCount(page, 12_993);
    await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[0]?.id ?? '');
    await expect(alert(page)).toBeHidden();
  });

test('an upstream where nobody listens', async ({ browser }) => {
  const dashboard = await startDashboard(`http://127.0.0.1:${await freePort()}/api/v1`);
  const page = await browser.newPage({ baseURL: dashboard.url });
  await visit(page);
  await expect(alert(page)).toContainText('HappyRobot cannot be reached');
  await expect(alert(page)).toContainText('the connection was refused');
  await page.close();
  await dashboard.stop();
});

test('a rate limit counts down and recovers by itself', async ({ page, upstream }) => {
  const headers = { 'retry-after': '4' };
  await upstream.setFaults({ kind: 'status', status: 429, headers, times: 1 });
  await visit(page);
  await expect(alert(page)).toContainText('HappyRobot asked us to slow down');
  await expect(content(page)).toContainText(/Next try in [1-4] s/);
  await expectCount(page, 12_993);
  await expect(alert(page)).toBeHidden();
});

test('a rate limit need not be waited for', async ({ page, upstream }) => {
  await upstream.setFaults({ kind: 'status', status: 429 });
  await visit(page);
  await expect(content(page)).toContainText(/Next try in (30|2\d) s/);
  await upstream.clearFaults();
  await tryAgain(page).click();
  await expectCount(page, 12_993);
});

test('a rate limit that goes on starts another countdown', async ({ page, upstream, trouble }) => {
  trouble.expect(failedAnswer(429));
  await page.clock.install();
  const headers = { 'retry-after': '60' };
  await upstream.setFaults({ kind: 'status', status: 429, headers });
  await visit(page);
  await expect(content(page)).toContainText(/Next try in \d+ s/);
  const again = page.waitForResponse(/\/api\/calls\?/);
  await page.clock.runFor(61_000);
  await again;
  await expect(content(page)).toContainText(/Next try in (60|5\d) s/);
});

test('a failure after a choice tells it in place of the rows; the filters stay', async ({
  page,
  upstream,
  trouble,
}) => {
  trouble.expect(failedAnswer(502));
  await visit(page);
  await upstream.setFaults({ kind: 'status', status: 403, match: { query: 'statuses=Busy' } });
  await facet(page, 'Status').getByRole('checkbox', { name: 'Busy' }).click();
  await expect(alert(page)).toContainText('The API key may not read these calls');
  await expect(callLinks(page)).toHaveCount(0);
  await facet(page, 'Status').getByRole('checkbox', { name: 'Busy' }).click();
  await expectCount(page, 12_993);
  await expect(alert(page)).toBeHidden();
});

test('an upstream that ignores the paging is found out on page 2', async ({
  page,
  upstream,
  trouble,
}) => {
  trouble.expect(failedAnswer(502));
  await upstream.setFaults({ kind: 'ignores', parameters: ['skip', 'offset'] });
  await visit(page);
  await expectCount(page, 12_993);
  await paging(page).getByRole('button', { name: 'Next page' }).click();
  await expect(alert(page)).toContainText('HappyRobot ignores the requested page');
  await expect(callLinks(page)).toHaveCount(0);
  await upstream.clearFaults();
  await tryAgain(page).click();
  await expect(paging(page)).toContainText('51–100 of 12,993');
});

test('a Callscope server that is gone', async ({ page, trouble }) => {
  trouble.expect(/failed request: .*ERR_CONNECTION_REFUSED/, /console error: .*CONNECTION_REFUSED/);
  await visit(page);
  await page.route(/\/api\/calls/, (route) => route.abort('connectionrefused'));
  await facet(page, 'Type').getByRole('checkbox', { name: 'Inbound' }).click();
  await expect(alert(page)).toContainText('The Callscope server cannot be reached');
  await page.unroute(/\/api\/calls/);
  await tryAgain(page).click();
  await expect(table(page)).toBeVisible();
});

test('one broken record is named and costs none of the others', async ({
  page,
  upstream,
  demoCalls,
}) => {
  const created = new Date().toISOString();
  await upstream.insertCalls({ id: 'e2e broken', created, type: 'Inbound', status: 42 });
  await visit(page);
  const notice = page.getByRole('status').filter({ hasText: 'could not be read' });
  await expect(notice).toContainText('1 record on this page could not be read');
  await notice.getByText('1 record').click();
  await expect(notice.getByText('e2e broken')).toBeVisible();
  await expect(notice).toContainText('must be a call id');
  expect(await callIds(page)).toEqual(demoCalls.slice(0, 49).map(({ id }) => id));
  await expect(paging(page)).toContainText('1–50 of 12,994');
});

test('an account without calls', async ({ page, upstream }) => {
  await upstream.setFaults({ kind: 'empty' });
  await visit(page);
  await expect(page.getByRole('heading', { name: 'No calls yet' })).toBeVisible();
  await expect(alert(page)).toBeHidden();
  await expect(paging(page)).toContainText('0 of 0');
});

test('where nothing matches, the narrowest filter is offered to be taken away', async ({
  page,
  demoCalls,
}) => {
  await visit(page, '?type=Inbound&statuses=Completed&search=no-such-thing-anywhere');
  await expect(page.getByRole('heading', { name: 'No call matches these filters' })).toBeVisible();
  const left = demoCalls.filter(
    ({ type, status }) => type === 'Inbound' && status === 'Completed',
  ).length;
  const offer = page.getByRole('button', {
    name: `Remove Search and show ${left.toLocaleString('en-US')}`,
  });
  await offer.click();
  await expectCount(page, left);
  await expectParameter(page, 'search', null);
  await expect(search(page)).toHaveValue('');
  await expect(chips(page).getByRole('listitem')).toHaveCount(2);
});

test('where no single filter helps, all can be cleared', async ({ page }) => {
  await visit(page, '?search=no-such-thing-anywhere&tags=neither-this');
  await expect(page.getByText('Taking away a single filter brings nothing back')).toBeVisible();
  await page.getByRole('button', { name: 'Clear filters' }).click();
  await expectCount(page, 12_993);
});

test('a call that cannot be loaded shows what the list knows of it', async ({
  page,
  upstream,
  trouble,
  demoCalls,
}) => {
  trouble.expect(failedAnswer(502));
  const [call] = demoCalls.slice(10);
  await visit(page);
  await upstream.setFaults({ kind: 'status', status: 401, match: { path: `/calls/${call?.id}` } });
  await row(page, 10).getByRole('link').click();
  await expect(drawer(page)).toContainText('The whole call could not be loaded');
  await expect(drawer(page)).toContainText(call?.use_case?.name ?? '');
  await upstream.clearFaults();
  await drawer(page).getByRole('button', { name: 'Try again' }).click();
  await expect(drawer(page)).not.toContainText('could not be loaded');
  await drawer(page).getByRole('tab', { name: 'Raw' }).click();
  await expect(drawer(page).getByRole('tabpanel')).toContainText('"extract_with_ai"');
});

test('the slow upstream of a first load is waited for with a skeleton', async ({
  page,
  upstream,
}) => {
  await upstream.setFaults({ kind: 'delay', ms: 1500 });
  const loaded = page.goto('/calls');
  await expect(page.getByText('Loading calls…')).toBeAttached();
  await expect(filters(page)).toBeVisible();
  await loaded;
  await expectCount(page, 12_993);
});
