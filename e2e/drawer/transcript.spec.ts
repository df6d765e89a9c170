import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { drawer, expectParameter, parameter, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { failedAnswer } from '@/e2e/support/trouble';
import type { Call } from '@/lib/call/call';
import type { DemoControl } from '@/lib/demo/control/control';

const panel = (page: Page) => drawer(page).getByRole('tabpanel');
const turns = (page: Page) =>
  panel(page).getByRole('region', { name: 'Turns' }).locator('li[aria-posinset]');
const turn = (page: Page, place: number) => panel(page).locator(`li[aria-posinset="${place}"]`);
const chosen = (page: Page) => panel(page).locator('li[aria-current="true"]');
const find = (page: Page) => panel(page).getByRole('searchbox', { name: 'Search in transcript' });
const hits = (page: Page) => panel(page).locator('search').getByRole('status');

const HOSTILE =
  '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script> ' +
  '\u202Eמכאן\u202C 🚛 {{7*7}} &lt;kept&gt;';

type Message = Record<string, unknown> | string[];

/** Every kind of message there is, some of them as no tidy server would write them. */
const MESSAGES: Message[] = [
  { id: 'sys', role: 'system', content: 'Be brief and never quote above the ceiling.' },
  { id: 'hello', role: 'assistant', content: 'Northline Freight, hello.', start: 0, end: 3.2 },
  { id: 'ask', role: 'user', content: 'Hi, about load 4 4 1.', start: 3.5, end: 6 },
  {
    id: 'wait',
    role: 'assistant',
    content: 'One moment.',
    start: 6.1,
    end: 7,
    is_filler: true,
    tool_calls: [
      { type: 'function', id: 't1', function: { name: 'get_load', arguments: '{"load":441}' } },
      { type: 'function', id: 't2', function: { name: 'broken', arguments: '{"load":' } },
      { type: 'function', id: 't3', function: { name: 'parsed', arguments: { deep: [1, 2] } } },
    ],
  },
  { id: 'r1', role: 'tool', name: 'get_load', tool_call_id: 't1', content: '{"rate":1950}' },
  {
    id: 'cut',
    role: 'assistant',
    content: 'I can offer you',
    start: 8,
    end: 9,
    interrupted_thoughts: ' nineteen fifty all in.',
  },
  {
    id: 'parts',
    role: 'user',
    content: [{ type: 'text', text: 'In parts' }, 'two'],
    start: 10,
    end: 12,
  },
  { role: 'user', content: '', start: 12, end: 12.5 },
  { id: 'odd', role: 'supervisor', content: 'Listening in', start: 13, end: 14 },
  ['no', 'message'],
  { id: 'gone', role: 'assistant', content: 'Never said', start: 14, end: 15, discard: true },
  {
    id: 'over',
    role: 'assistant',
    content: 'I connect you.',
    start: 15,
    end: 17,
    transfer_contact: 'ann@northline.example',
  },
];

async function withTranscript(
  upstream: DemoControl,
  {
    id,
    call = {},
    messages = MESSAGES,
  }: { id: string; call?: Partial<Call>; messages?: Message[] },
) {
  const created = new Date().toISOString();
  await upstream.insertCalls({
    id,
    type: 'Inbound',
    status: 'Completed',
    created,
    duration: 20,
    ...call,
  });
  await upstream.setTranscript(id, { id: 'x', call_id: id, start_time: created, messages });
}

const many = (count: number): Message[] =>
  Array.from({ length: count }, (_, place) => ({
    id: `turn-${place + 1}`,
    role: place % 2 ? 'user' : 'assistant',
    content: `Turn ${place + 1} says ${'so and so '.repeat(1 + ((place * 7) % 40))}`,
    start: place * 2,
    end: place * 2 + 1.5,
  }));

test('shows who said what and when, with tools folded under the turn that used them', async ({
  page,
  upstream,
}) => {
  await withTranscript(upstream, { id: 'e2e-transcript' });
  await visit(page, '?call=e2e-transcript&tab=transcript');
  // The answer of a tool is no turn of its own.
  await expect(turns(page)).toHaveCount(MESSAGES.length - 1);
  await expect(turn(page, 2)).toContainText('Agent');
  await expect(turn(page, 2)).toContainText('0:00');
  await expect(turn(page, 2)).toContainText('3.2 s');
  await expect(turn(page, 3)).toContainText('Caller');
  await expect(turn(page, 4)).toContainText('Filler');
  await expect(turn(page, 5)).toContainText('Interrupted');
  await expect(turn(page, 5)).toContainText('nineteen fifty all in.');
  await expect(turn(page, 6)).toContainText('In parts');
  await expect(turn(page, 7)).toContainText('This message has no text.');
  await expect(turn(page, 8)).toContainText('supervisor');
  await expect(turn(page, 9)).toContainText('cannot read this message');
  await expect(turn(page, 9)).toContainText('message');
  await expect(turn(page, 10)).toContainText('Left out of the data set');
  await expect(turn(page, 11)).toContainText('Transfer to ann@northline.example');

  const system = turn(page, 1).getByRole('button', { name: /characters of instructions/ });
  await expect(turn(page, 1)).not.toContainText('Be brief');
  await system.click();
  await expect(turn(page, 1)).toContainText('Be brief');

  const tool = (name: string) => turn(page, 4).getByRole('button', { name: `Tool ${name}` });
  await expect(tool('get_load')).toHaveAttribute('aria-expanded', 'false');
  await tool('get_load').click();
  await expect(turn(page, 4)).toContainText('{\n  "load": 441\n}');
  await expect(turn(page, 4)).toContainText('{\n  "rate": 1950\n}');
  await tool('get_load').click();
  await tool('broken').click();
  await expect(turn(page, 4)).toContainText('not JSON, as it came');
  await expect(turn(page, 4)).toContainText('holds no result of this call');
  await tool('parsed').click();
  await expect(turn(page, 4)).toContainText('"deep": [\n    1,\n    2\n  ]');
});

/** As HappyRobot publishes them: unix times, and all that a message can have. */
const published = (began: number): Message[] => [
  {
    id: 'offer',
    role: 'assistant',
    content: 'I can do nineteen fifty.',
    start: began + 1.5,
    end: began + 4,
    unpreferred_messages: [
      { id: 'u1', content: 'What would you need?', tool_calls: [] },
      { id: 'u2', content: null, tool_calls: [{ function: { name: 'raise', arguments: '{}' } }] },
    ],
    interrupted_thoughts: 'all in',
    discard: true,
  },
  {
    id: 'over',
    role: 'assistant',
    content: 'I connect you.',
    start: began + 5,
    end: began + 7,
    transfer_contact: {
      type: 'Sales Rep',
      name: 'Ann Lee',
      email: 'ann@northline.example',
      phone: { number: '+13125550142', extension: '12' },
      contact_id: 'c1',
      slack_channel_id: null,
    },
  },
];

test('shows what was weighed, about to be said, left out, and who took over', async ({
  page,
  upstream,
}) => {
  const began = Math.floor(Date.now() / 1000) - 600;
  await withTranscript(upstream, { id: 'e2e-published' });
  const answer = { call_id: 'e2e-published', start_time: began, messages: published(began) };
  await upstream.setTranscript('e2e-published', answer);
  await visit(page, '?call=e2e-published&tab=transcript');
  await expect(turn(page, 1)).toContainText('0:02');
  await expect(turn(page, 1)).toContainText('2.5 s');
  await expect(turn(page, 1)).toContainText('Left out of the data set');
  await expect(turn(page, 1)).toContainText('Was about to say: all in');
  await expect(turn(page, 1)).not.toContainText('What would you need?');
  await turn(page, 1).getByRole('button', { name: '2 answers considered but not said' }).click();
  await expect(turn(page, 1)).toContainText('What would you need?');
  await expect(turn(page, 1)).toContainText('Would have used raise');
  await expect(turn(page, 2)).toContainText(
    'Transfer to Ann Lee (Sales Rep), ann@northline.example, +13125550142 extension 12',
  );
  await expect(panel(page).getByRole('slider')).toBeVisible();
  await expect(panel(page)).not.toContainText('could not be understood');
  await find(page).fill('would you need');
  await expect(hits(page)).toHaveText('1 of 1');
  await expectAccessible(page);
});

test('without times there is no talk bar, and fields that are not understood are named', async ({
  page,
  upstream,
}) => {
  const messages = published(0).map((message) => ({
    ...message,
    start: 0,
    end: 0,
    tool_calls: 'x',
  }));
  await withTranscript(upstream, { id: 'e2e-no-times', messages });
  await visit(page, '?call=e2e-no-times&tab=transcript');
  await expect(turns(page)).toHaveCount(2);
  await expect(panel(page).getByRole('slider')).toHaveCount(0);
  await expect(panel(page)).toContainText('HappyRobot gave no times for this conversation');
  await expect(panel(page)).toContainText(
    '2 fields of this transcript could not be understood: messages.tool_calls (2 times).',
  );
  await expectAccessible(page);
});

test('is asked for when its tab opens, and so is that of the next call', async ({
  page,
  upstream,
  demoCalls,
}) => {
  const asked = async () =>
    (await upstream.requests())
      .filter(({ path }) => path.endsWith('/transcript'))
      .map(({ path }) => path.split('/').at(-2));
  const [first, second] = demoCalls.map(({ id }) => id);
  await visit(page, `?call=${first}`);
  await expect(panel(page)).toContainText(/\w/);
  await page.waitForTimeout(1000);
  expect(await asked()).toEqual([]);
  await drawer(page).getByRole('tab', { name: 'Transcript' }).click();
  await expect.poll(asked).toEqual([first, second]);
});

test('search counts, goes through what was found and looks into folds', async ({
  page,
  upstream,
}) => {
  await withTranscript(upstream, { id: 'e2e-search' });
  await visit(page, '?call=e2e-search&tab=transcript');
  await expect(turn(page, 1)).toBeVisible();
  await page.keyboard.press('f');
  await expect(find(page)).toBeFocused();
  await page.keyboard.type('LOAD');
  const current = panel(page).locator('mark[data-current]');
  await expect(hits(page)).toHaveText('1 of 4');
  await expect(current).toBeInViewport();
  await expect(turn(page, 3).locator('mark[data-current]')).toHaveText('load');
  await page.keyboard.press('Enter');
  await expect(hits(page)).toHaveText('2 of 4');
  await page.keyboard.press('Enter');
  await expect(hits(page)).toHaveText('3 of 4');
  await expect(turn(page, 4).getByRole('button', { name: 'Tool get_load' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await expect(current).toBeInViewport();
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await page.keyboard.press('Shift+Enter');
  await expect(hits(page)).toHaveText('4 of 4');
  await find(page).fill('no such words');
  await expect(hits(page)).toHaveText('Not found');
  await page.keyboard.press('Escape');
  await expect(find(page)).toHaveValue('');
  await expect(drawer(page)).toBeVisible();
  await expect(panel(page).getByRole('region', { name: 'Turns' })).toBeFocused();
});

test('a link leads to its turn, and is gone with another tab or call', async ({
  page,
  upstream,
}) => {
  await withTranscript(upstream, { id: 'e2e-link' });
  await visit(page, '?call=e2e-link&tab=transcript&turn=over');
  await expect(chosen(page)).toContainText('I connect you.');
  await expect(chosen(page)).toBeInViewport();
  await turn(page, 3).getByRole('link').click();
  await expectParameter(page, 'turn', 'ask');
  await expect(chosen(page)).toContainText('about load');
  await drawer(page).getByRole('tab', { name: 'Costs' }).click();
  await expectParameter(page, 'turn', null);
  await page.goBack();
  await expect(chosen(page)).toContainText('about load');
  await page.keyboard.press(']');
  await expectParameter(page, 'turn', null);
  expect(parameter(page, 'tab')).toBe('transcript');
  await visit(page, '?call=e2e-link&tab=transcript&turn=nowhere');
  await expect(panel(page)).toContainText('not in this transcript');
});

test('2,000 turns: a link lands, the search finds what is not drawn, few are drawn', async ({
  page,
  upstream,
}) => {
  await withTranscript(upstream, {
    id: 'e2e-many',
    messages: many(2000),
    call: { duration: 4000 },
  });
  await visit(page, '?call=e2e-many&tab=transcript&turn=turn-1900');
  await expect(chosen(page)).toContainText('Turn 1900 says');
  await expect(chosen(page)).toBeInViewport({ ratio: 1 });
  await expect(chosen(page)).toHaveAttribute('aria-posinset', '1900');
  await expect(chosen(page)).toHaveAttribute('aria-setsize', '2000');
  expect(await turns(page).count()).toBeLessThan(60);

  await find(page).fill('turn 77 says');
  await expect(hits(page)).toHaveText('1 of 1');
  await expect(turn(page, 77).locator('mark')).toBeInViewport();
  await find(page).fill('says');
  await expect(hits(page)).toHaveText('1 of 2,000');
  await page.keyboard.press('Shift+Enter');
  await expect(hits(page)).toHaveText('2,000 of 2,000');
  await expect(turn(page, 2000).locator('mark')).toBeInViewport();
  await expect(chosen(page)).toBeHidden();

  await panel(page)
    .getByRole('region', { name: 'Turns' })
    .evaluate(async (region) => {
      for (let frame = 0; frame < 60; frame++) {
        region.scrollTo({ top: (region.scrollHeight * frame) / 60 });
        await new Promise(requestAnimationFrame);
      }
    });
  expect(await turns(page).count()).toBeLessThan(60);
});

test('the talk-time bar leads along the call by click and by key', async ({ page, upstream }) => {
  await withTranscript(upstream, { id: 'e2e-bar' });
  await visit(page, '?call=e2e-bar&tab=transcript');
  const bar = panel(page).getByRole('slider', { name: 'Talk along the call' });
  await expect(panel(page)).toContainText(/Agent\s*0:08\s*41%/);
  await expect(panel(page)).toContainText(/Caller\s*0:05\s*25%/);
  await expect(bar).toHaveAttribute('aria-valuetext', 'No turn chosen');
  const { width = 0, height = 0 } = (await bar.boundingBox()) ?? {};
  await bar.click({ position: { x: (width * 11) / 20, y: height * 0.75 } });
  await expectParameter(page, 'turn', 'parts');
  await expect(bar).toHaveAttribute('aria-valuetext', /^0:10, Caller: In parts/);
  await bar.focus();
  await page.keyboard.press('ArrowLeft');
  await expectParameter(page, 'turn', 'cut');
  await page.keyboard.press('End');
  await expectParameter(page, 'turn', 'over');
  await page.keyboard.press('Home');
  await expectParameter(page, 'turn', 'sys');
  await expect(bar).toBeFocused();
});

test('a turn, its link and the whole are copied; a note begins with the quote', async ({
  page,
  context,
  upstream,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await withTranscript(upstream, { id: 'e2e-copy' });
  await visit(page, '?call=e2e-copy&tab=transcript');
  await turn(page, 3).hover();
  await turn(page, 3).getByRole('button', { name: 'Copy turn' }).click();
  await expect.poll(clipboard).toBe('[0:04] Caller: Hi, about load 4 4 1.');
  await turn(page, 3).getByRole('button', { name: 'Copy link to this turn' }).click();
  await expect.poll(clipboard).toMatch(/\/calls\?.*call=e2e-copy.*turn=ask$/);
  await panel(page).getByRole('button', { name: 'Copy transcript' }).click();
  await expect.poll(clipboard).toContain('(interrupted, was about to say: nineteen fifty all in.)');
  expect(await clipboard()).not.toContain('Be brief');

  await turn(page, 3).getByRole('button', { name: 'Note on this turn' }).click();
  await expectParameter(page, 'tab', 'notes');
  await expect(drawer(page).getByRole('textbox', { name: 'New note' })).toHaveValue(
    '[0:03] Caller: “Hi, about load 4 4 1.”\n',
  );
});

test('whatever was said is text', async ({ page, upstream }) => {
  const said = (field: string) => `${HOSTILE} [${field}]`;
  await withTranscript(upstream, {
    id: 'e2e-hostile',
    messages: [
      {
        role: said('role'),
        name: said('name'),
        content: said('content'),
        transfer_contact: said('contact'),
      },
      {
        role: 'assistant',
        content: '',
        interrupted_thoughts: said('thought'),
        tool_calls: [
          {
            id: 'a',
            function: {
              name: said('tool'),
              arguments: JSON.stringify({ [said('key')]: said('value') }),
            },
          },
        ],
      },
      { role: 'tool', tool_call_id: 'a', content: said('result') },
      { role: 'user', content: `${'long '.repeat(20_000)}the end` },
      { role: 'user', content: { nested: [said('nested')] } },
    ],
  });
  await visit(page, '?call=e2e-hostile&tab=transcript');
  await turn(page, 2).getByRole('button', { name: /Tool/ }).click();
  for (const field of ['role', 'name', 'content', 'contact', 'thought', 'tool', 'result'])
    await expect(panel(page)).toContainText(said(field));
  for (const field of ['key', 'value', 'nested'])
    await expect(panel(page)).toContainText(JSON.stringify(said(field)));
  await expect(turn(page, 3)).not.toContainText('the end');
  await turn(page, 3).getByRole('button', { name: 'Show all 100,007 characters' }).click();
  await expect(turn(page, 3)).toContainText('the end');
  await find(page).fill('{{7*7}}');
  await expect(hits(page)).toContainText('1 of');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await expect(page.locator('img')).toHaveCount(0);
  expect(await unisolated(page)).toEqual([]);
});

/** Texts that hold right-to-left marks and could turn their neighbours around, as nothing isolates them. */
function unisolated(page: Page) {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { parentElement, textContent } = walker.currentNode;
      if (textContent?.includes('\u202E') && !parentElement?.closest('bdi, script'))
        found.push(`${parentElement?.tagName}: ${textContent.slice(-30)}`);
    }
    return found;
  });
}

const REASONS: [status: string, reason: RegExp][] = [
  ['No answer', /Nobody answered/],
  ['Busy', /line was busy/],
  ['Failed', /failed before/],
  ['Canceled', /canceled before/],
  ['AMD Terminated', /machine answered/],
  ['In progress', /still going on/],
  ['Scheduled', /has not been made yet/],
];

test('a call without a transcript says why it likely has none', async ({
  page,
  upstream,
  trouble,
}) => {
  for (const [place, [status, reason]] of REASONS.entries()) {
    const id = `e2e-none-${place}`;
    await withTranscript(upstream, { id, call: { status, duration: null }, messages: [] });
    await visit(page, `?call=${id}&tab=transcript`);
    await expect(panel(page)).toContainText('Nothing was said on this call');
    await expect(panel(page)).toContainText(reason);
  }
  trouble.expect(failedAnswer(404));
  await withTranscript(upstream, { id: 'e2e-none' });
  await upstream.setTranscript('e2e-none', null);
  await visit(page, '?call=e2e-none&tab=transcript');
  await expect(panel(page)).toContainText('This call has no transcript');
  await expect(panel(page)).toContainText('probably not kept');
  await upstream.setTranscript('e2e-none', { call_id: 'e2e-none', messages: MESSAGES });
  await panel(page).getByRole('button', { name: 'Look again' }).click();
  await expect(turn(page, 2)).toContainText('Northline Freight');
});

test('a failure is told as one and can be tried again', async ({ page, upstream, trouble }) => {
  trouble.expect(failedAnswer(502));
  await withTranscript(upstream, { id: 'e2e-failing' });
  await upstream.setFaults({ kind: 'status', status: 500, match: { path: '/transcript' } });
  await visit(page, '?call=e2e-failing&tab=transcript');
  await expect(panel(page).getByRole('alert')).toContainText('HappyRobot failed to answer', {
    timeout: 20_000,
  });
  await expect(panel(page)).not.toContainText('Nothing was said');
  await upstream.clearFaults();
  await panel(page).getByRole('button', { name: 'Try again' }).click();
  await expect(turn(page, 2)).toContainText('Northline Freight');
});

for (const width of [1440, 390])
  test(`is accessible, ${width} px`, async ({ page, upstream }) => {
    await page.setViewportSize({ width, height: 900 });
    await withTranscript(upstream, { id: 'e2e-axe' });
    await visit(page, '?limit=25&call=e2e-axe&tab=transcript&turn=ask');
    await turn(page, 4).getByRole('button', { name: 'Tool get_load' }).click();
    await find(page).fill('load');
    await expect(hits(page)).toHaveText('1 of 4');
    await expectAccessible(page);
  });
