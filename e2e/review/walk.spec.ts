import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import {
  callIds,
  callLinks,
  chips,
  drawer,
  expectCount,
  expectParameter,
  filters,
  parameter,
  reload,
  row,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test as base } from '@/e2e/support/fixtures';
import { expectPressed, newNote, rateButton, reviewAs, SAME_ORIGIN } from '@/e2e/support/reviewing';
import { type Servers, startServers } from '@/e2e/support/servers';
import { failedAnswer } from '@/e2e/support/trouble';
import { type Call, callSchema } from '@/lib/call/call';
import { isContested } from '@/lib/call/review/review';
import type { DemoControl } from '@/lib/demo/control/control';

// What is written here stays in the index, so that no other test may share it.
const test = base.extend<object, { servers: Servers }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const servers = await startServers({ sync: true });
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
});

test.beforeAll(async ({ servers }) => {
  const known = async () => (await (await fetch(`${servers.url}/api/sync`)).json()).state;
  await expect.poll(known, { timeout: 45_000 }).toBe('idle');
});

const MAYA = 'maya.lindqvist@northlinefreight.example';

const strip = (page: Page) => page.getByRole('status').filter({ hasText: /reviewed/ });
const nextButton = (page: Page) =>
  page.getByRole('main').getByRole('button', { name: /^Next unreviewed/ });
const isUnrated = ({ ratings }: Call) => (ratings ?? []).length === 0;

async function rate(page: Page, id: string, email: string, emoji = '✅') {
  const answer = await page.request.patch(`/api/calls/${id}/ratings`, {
    headers: { ...SAME_ORIGIN, 'x-reviewer-email': email },
    data: { emoji, operation: 'add' },
  });
  expect(answer.status()).toBe(200);
}

/** The calls that the upstream was told of as viewed. */
async function viewed(upstream: DemoControl): Promise<string[]> {
  const requests = await upstream.requests();
  return requests.flatMap(({ method, path }) =>
    method === 'PATCH' && path.includes('/viewed') ? [path.split('/').at(-2) ?? ''] : [],
  );
}

/** A view of exactly these many calls, from a place of the whole list on. */
function windowOf(calls: readonly Call[], start: number, length: number) {
  const [newest, oldest] = [calls[start], calls[start + length - 1]];
  const view = `from=${oldest?.created}&to=${newest?.created}`;
  return { view, calls: calls.slice(start, start + length) };
}

const group = (page: Page) => filters(page).getByRole('group', { name: 'Review', exact: true });

async function expectOnly(page: Page, calls: readonly Call[]) {
  await expectCount(page, calls.length);
  expect(await callIds(page)).toEqual(calls.slice(0, 50).map(({ id }) => id));
}

test('calls are asked for by who has viewed and rated them', async ({ page, demoCalls }) => {
  await visit(page);
  const viewedBy = group(page).getByRole('combobox', { name: 'Viewed by', exact: true });
  const ratedBy = group(page).getByRole('combobox', { name: 'Rated by', exact: true });

  await viewedBy.selectOption('Nobody');
  await expectParameter(page, 'not_viewed_by', 'anyone');
  await expectOnly(
    page,
    demoCalls.filter(({ viewed_by }) => (viewed_by ?? []).length === 0),
  );

  // Nobody has said who they are yet: they are asked once.
  await viewedBy.selectOption('Me');
  await group(page).getByRole('textbox', { name: 'Your e-mail address' }).fill(MAYA.toUpperCase());
  await page.keyboard.press('Enter');
  await expectParameter(page, 'viewed_by', MAYA);
  await expectParameter(page, 'not_viewed_by', null);
  const seen = demoCalls.filter(({ viewed_by }) => viewed_by?.includes(MAYA));
  await expectOnly(page, seen);
  await expect(chips(page)).toContainText(`Viewed by${MAYA}`);

  await ratedBy.selectOption('Not me');
  await expectParameter(page, 'not_rated_by', MAYA);
  await expectOnly(
    page,
    seen.filter(({ ratings }) => !ratings?.some(({ email }) => email === MAYA)),
  );
  await ratedBy.selectOption('Someone…');
  await group(page)
    .getByRole('textbox', { name: 'Rated by: e-mail address' })
    .fill('derrick.osei@northlinefreight.example');
  await group(page).getByRole('button', { name: 'OK' }).click();
  await expectOnly(
    page,
    seen.filter(({ ratings }) => ratings?.some(({ email }) => email?.startsWith('derrick'))),
  );
  await ratedBy.selectOption('Any');
  await viewedBy.selectOption('Any');
  await group(page).getByRole('combobox', { name: 'Contested' }).selectOption('Yes');
  await expectParameter(page, 'contested', 'true');
  const contested = demoCalls.filter(({ ratings }) => isContested(ratings));
  expect(contested.length).toBeGreaterThan(3);
  await expectOnly(page, contested);
  await expect(
    row(page, 0)
      .getByRole('img', { name: /^(Contested|Flagged)$/ })
      .first(),
  ).toBeVisible();
});

test('a walk over ten calls by keyboard alone, a rating and a note each, over borders of pages, with a reload', async ({
  page,
  demoCalls,
}) => {
  const me = 'walker@x.example';
  await reviewAs(page, me);
  const list = demoCalls.filter(({ status }) => status === 'Transferred');
  const open = list.filter(isUnrated).slice(0, 11);
  const reviewed = list.length - list.filter(isUnrated).length;
  await visit(page, '?statuses=Transferred&limit=4');
  await expect(strip(page)).toHaveText(
    `${reviewed} of ${list.length} reviewed in this view, 0 by you today`,
  );

  for (const [step, call] of open.entries()) {
    await page.keyboard.press('n');
    await expectParameter(page, 'call', call.id);
    const place = list.indexOf(call);
    const offset = Math.floor(place / 4) * 4;
    await expectParameter(page, 'offset', offset === 0 ? null : String(offset));
    await expect(drawer(page)).toContainText(`${place + 1} of ${list.length}`);
    await expect(row(page, place - offset)).toHaveAttribute('data-call', call.id);
    if (step === 10) break;
    await page.keyboard.press('1');
    await expectPressed(rateButton(page, '✅'), true);
    await page.keyboard.press('m');
    await expect(newNote(page)).toBeFocused();
    await page.keyboard.type(`walked by, ${step}`);
    await page.keyboard.press('Control+Enter');
    await expect(drawer(page)).toBeFocused();
    if (step !== 5) continue;
    await reload(page);
    await expect(strip(page)).toBeVisible();
  }
  const written = async ({ id }: Call) => {
    const { notes, ratings } = callSchema.parse(
      await (await page.request.get(`/api/calls/${id}`)).json(),
    );
    return {
      notes: notes?.filter(({ user_id }) => user_id === me).map(({ content }) => content),
      ratings: ratings?.filter(({ email }) => email === me).map(({ emoji }) => emoji),
    };
  };
  for (const [step, call] of open.slice(0, 10).entries())
    await expect
      .poll(() => written(call), { timeout: 12_000 })
      .toEqual({ notes: [`walked by, ${step}`], ratings: ['✅'] });
  expect(parameter(page, 'offset')).not.toBeNull();
  await reload(page);
  await expect(strip(page)).toHaveText(
    `${reviewed + 10} of ${list.length} reviewed in this view, 10 by you today`,
  );
});

test('the end is told before the walk starts over, and what I have not rated is a choice', async ({
  page,
  demoCalls,
}) => {
  const me = 'second@x.example';
  await reviewAs(page, me);
  const { view, calls } = windowOf(demoCalls, 200, 12);
  await visit(page, `?${view}&limit=5`);
  await page.getByRole('combobox', { name: 'Not rated by' }).selectOption('by me');
  for (const call of calls.slice(0, 10)) await rate(page, call.id, me);
  await page.keyboard.press('n');
  await expectParameter(page, 'call', calls[10]?.id ?? '');
  await expectParameter(page, 'offset', '10');
  await drawer(page).getByRole('button', { name: 'Next unreviewed' }).click();
  await expectParameter(page, 'call', calls[11]?.id ?? '');
  await rate(page, calls[11]?.id ?? '', me);
  await page.keyboard.press('n');
  await expect(drawer(page)).toContainText('The end of the list is reached. 1 call before it is');
  await expectParameter(page, 'call', calls[11]?.id ?? '');
  await page.keyboard.press('n');
  await expectParameter(page, 'call', calls[10]?.id ?? '');
  await expect(drawer(page)).not.toContainText('The end of the list');
  await rate(page, calls[10]?.id ?? '', me);
  await page.keyboard.press('n');
  await expect(drawer(page)).toContainText('Nothing is left to review in this view.');

  await page.reload();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('combobox', { name: 'Not rated by' })).toHaveValue('by me');
});

test('without the index the walk goes over the page and says so', async ({
  page,
  demoCalls,
  trouble,
}) => {
  const unavailable = {
    status: 503,
    contentType: 'application/problem+json',
    json: {
      type: 'urn:callscope:problem:index_unavailable',
      title: 'The index is not available',
      status: 503,
      detail: 'The disk that DATA_DIR is on is full.',
      code: 'index_unavailable',
    },
  };
  for (const path of ['**/api/calls/next?*', '**/api/review?*'])
    await page.route(path, (route) => route.fulfill(unavailable));
  trouble.expect(failedAnswer(503, '/api/'));
  const { view, calls } = windowOf(demoCalls, 300, 20);
  const open = calls.filter(isUnrated);
  await visit(page, `?${view}&limit=50`);
  await expect(page.getByText('How much is reviewed is not known')).toBeVisible();
  await nextButton(page).click();
  await expectParameter(page, 'call', open[0]?.id ?? '');
  await expect(drawer(page)).toContainText('only this page was looked through');
  await page.keyboard.press('n');
  await expectParameter(page, 'call', open[1]?.id ?? '');
  await page.goto(`/calls?${view}&call=${open.at(-1)?.id}`);
  await expect(strip(page)).toBeVisible();
  await page.keyboard.press('n');
  await expect(drawer(page)).toContainText('No call further down on it is unreviewed.');
});

test('who stays with a call has viewed it, who races past has not', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const me = 'viewer@x.example';
  await reviewAs(page, me);
  const { view, calls } = windowOf(demoCalls, 400, 12);
  await visit(page, `?${view}`);
  await expect(row(page, 3)).toContainText('not viewed');
  await callLinks(page).first().click();
  for (const call of calls.slice(1, 4)) {
    await page.keyboard.press(']');
    await expectParameter(page, 'call', call.id);
  }
  await expect.poll(() => viewed(upstream), { timeout: 6000 }).toEqual([calls[3]?.id]);
  await expect(row(page, 3)).not.toContainText('not viewed');
  await expect(row(page, 2)).toContainText('not viewed');
  await page.keyboard.press('[');
  await page.keyboard.press(']');
  await page.waitForTimeout(2600);
  expect(await viewed(upstream)).toEqual([calls[3]?.id]);
  const { viewed_by } = await (await page.request.get(`/api/calls/${calls[3]?.id}`)).json();
  expect(viewed_by).toContain(me);
});

test('in the background, or as nobody, nothing is viewed', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const { view, calls } = windowOf(demoCalls, 420, 5);
  await visit(page, `?${view}&call=${calls[0]?.id}`);
  await page.waitForTimeout(2600);
  expect(await viewed(upstream)).toEqual([]);

  await page.evaluate(() => {
    localStorage.setItem('callscope.reviewer', 'hidden@x.example');
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden', configurable: true });
  });
  await page.keyboard.press(']');
  await expectParameter(page, 'call', calls[1]?.id ?? '');
  await page.evaluate(() => window.dispatchEvent(new Event('storage')));
  await page.waitForTimeout(2600);
  expect(await viewed(upstream)).toEqual([]);
  await page.evaluate(() => {
    Reflect.deleteProperty(document, 'visibilityState');
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect.poll(() => viewed(upstream), { timeout: 6000 }).toEqual([calls[1]?.id]);
});

test('a viewing that failed is told once more when the call is looked at again', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  await reviewAs(page, 'unlucky@x.example');
  await upstream.setFaults({ kind: 'status', status: 500, match: { path: '/viewed' } });
  trouble.expect(failedAnswer(502, '/viewed'));
  const { view, calls } = windowOf(demoCalls, 440, 5);
  const id = calls[0]?.id ?? '';
  const refused = page.waitForResponse((response) => response.status() === 502);
  await visit(page, `?${view}&call=${id}`);
  // The page must know of the failure before the call is opened again.
  await refused;
  expect(await viewed(upstream)).toEqual([id]);
  await upstream.clearFaults();
  await page.keyboard.press(']');
  await expectParameter(page, 'call', calls[1]?.id ?? '');
  await page.keyboard.press('[');
  await expect.poll(() => viewed(upstream), { timeout: 6000 }).toEqual([id, id]);
  await expect(row(page, 0)).not.toContainText('not viewed');
});

test('coming back one is offered to go on where one was', async ({ page, demoCalls }) => {
  const { view, calls } = windowOf(demoCalls, 500, 30);
  await visit(page, `?${view}&limit=5`);
  const offer = page.getByRole('button', { name: 'Resume at this call' });
  await page.getByRole('button', { name: 'Next page' }).click();
  await expectParameter(page, 'offset', '5');
  await expect(row(page, 0)).toHaveAttribute('data-call', calls[5]?.id ?? '');
  await callLinks(page).nth(1).click();
  await expectParameter(page, 'call', calls[6]?.id ?? '');
  await expect(drawer(page)).toContainText('7 of 30');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expect(offer).toBeHidden();

  await visit(page, '?limit=5');
  await expect(offer).toBeHidden();
  await visit(page, `?${view}&limit=5`);
  await expect(page.getByText('You were at the 7th of 30 calls.')).toBeVisible();
  expect(parameter(page, 'call')).toBeNull();
  await offer.click();
  await expectParameter(page, 'call', calls[6]?.id ?? '');
  await expectParameter(page, 'offset', '5');
  await expect(table(page).locator('tr[data-call]')).toHaveCount(5);
});

test('the endpoints refuse what they do not understand', async ({ page, demoCalls }) => {
  const get = async (path: string) => (await page.request.get(path)).status();
  const id = demoCalls[3]?.id;
  expect(await get(`/api/calls/next?after=${id}&unrated_by=anyone&statuses=Completed`)).toBe(200);
  expect(await get('/api/review?reviewer=a@x.example&timezone=America/Chicago')).toBe(200);
  expect(await get('/api/calls/next?after=<b>')).toBe(400);
  expect(await get('/api/calls/next?unrated_by=')).toBe(400);
  expect(await get('/api/review?reviewer=')).toBe(400);
  expect(await get('/api/review?after=x')).toBe(400);
  expect(await get('/api/calls/next?after=000000000000000000000000')).toBe(404);
  const answer = await page.request.get('/api/review?reviewer=a@x.example');
  expect(answer.headers()['cache-control']).toBe('no-store');
  expect(await answer.json()).toMatchObject({ by_reviewer_today: 0, meta: { source: 'index' } });
});

for (const width of [1440, 390])
  test(`accessible, ${width} px`, async ({ page, demoCalls }) => {
    await page.setViewportSize({ width, height: 900 });
    await reviewAs(page, 'reader@x.example');
    await visit(page, '?limit=25&rated=true');
    await expect(strip(page)).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('n');
    await expect(page.getByText('Nothing is left to review in this view.')).toBeVisible();
    await expectAccessible(page);
    await visit(page, `?limit=25&call=${demoCalls[2]?.id}`);
    await expect(drawer(page)).toBeVisible();
    await expectAccessible(page);
  });
