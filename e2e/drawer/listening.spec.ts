import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { drawer, reload, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { newNote, reviewAs } from '@/e2e/support/reviewing';
import { failedAnswer } from '@/e2e/support/trouble';
import { problem } from '@/lib/call/answers/problem-kinds';
import type { Call } from '@/lib/call/call';
import { formatMoment } from '@/lib/format/number';

const player = (page: Page) => drawer(page).getByRole('region', { name: 'Recording' });
const button = (page: Page, name: string) =>
  player(page).getByRole('button', { name, exact: true });
const position = (page: Page) => player(page).getByRole('slider', { name: 'Position' });
const second = async (page: Page) => Number(await position(page).inputValue());
const turns = (page: Page) => drawer(page).getByRole('region', { name: 'Turns' });
const turn = (page: Page, place: number) => turns(page).locator(`li[aria-posinset="${place}"]`);
const heard = (page: Page) => turns(page).locator('[aria-current="true"]');

/** A recorded call of a few minutes, both sides of which said something. */
function recorded(calls: readonly Call[]): Call {
  const call = calls.find(
    ({ status, duration, metadata }) =>
      status === 'Completed' &&
      duration &&
      duration > 90 &&
      duration < 240 &&
      metadata?.recording_sid,
  );
  if (!call) throw new Error('The demo has no recorded call.');
  return call;
}

/** The places, from 1, and beginnings of the turns that are heard. */
async function voices(url: string, id: string): Promise<{ place: number; start: number }[]> {
  const { messages } = await (await fetch(`${url}/api/calls/${id}/transcript`)).json();
  const all: { role: string; start: number | null }[] = messages;
  // What a tool answered stands with the turn that called it.
  return all
    .filter(({ role }) => role !== 'tool')
    .flatMap(({ role, start }, index) =>
      (role === 'assistant' || role === 'user') && start !== null
        ? [{ place: index + 1, start }]
        : [],
    );
}

test('a call is heard while its words pass by, and a moment of it is a link', async ({
  page,
  context,
  demoCalls,
  servers,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const { id } = recorded(demoCalls);
  const [, , third, fourth] = await voices(servers.url, id);
  await visit(page, `?call=${id}&tab=transcript`);
  await button(page, 'Play').click();
  await expect.poll(() => second(page)).toBeGreaterThan(0);
  await expect(heard(page)).toHaveCount(1);

  // A press on a turn plays from there.
  await turn(page, third?.place ?? 0).click();
  await expect(turn(page, third?.place ?? 0)).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => second(page)).toBeGreaterThanOrEqual(Math.floor(third?.start ?? 0));
  await expect(button(page, 'Pause')).toBeVisible();

  // It goes on while tabs change; the reader is brought back to what is heard.
  await drawer(page).getByRole('tab', { name: 'Costs' }).click();
  const before = await second(page);
  await expect.poll(() => second(page)).toBeGreaterThan(before);
  await drawer(page).getByRole('tab', { name: 'Transcript' }).click();
  await expect(heard(page)).toBeInViewport();
  await turns(page).hover();
  await page.mouse.wheel(0, 5000);
  await expect(drawer(page).getByRole('button', { name: 'Follow' })).toBeVisible();
  await drawer(page).getByRole('button', { name: 'Follow' }).click();
  await expect(heard(page)).toBeInViewport();
  await expect(drawer(page).getByRole('button', { name: 'Follow' })).toHaveCount(0);

  await button(page, 'Pause').click();
  await position(page).fill(String(Math.ceil(fourth?.start ?? 0)));
  await button(page, 'Copy link to this moment').click();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(link).searchParams.get('t')).toBe(String(Math.ceil(fourth?.start ?? 0)));

  // The link opens there, silent until somebody plays it, and so does the page loaded anew.
  await page.goto(link);
  for (const again of [false, true]) {
    if (again) await reload(page);
    await expect.poll(() => second(page)).toBe(Math.ceil(fourth?.start ?? 0));
    await expect(button(page, 'Play')).toBeVisible();
    await expect(turn(page, fourth?.place ?? 0)).toHaveAttribute('aria-current', 'true');
  }
  await button(page, 'Play').click();
  await expect.poll(() => second(page)).toBeGreaterThan(Math.ceil(fourth?.start ?? 0));
});

test('keys play, pause and move, stay out of fields, and a note takes the moment along', async ({
  page,
  demoCalls,
}) => {
  await reviewAs(page);
  const { id } = recorded(demoCalls);
  await visit(page, `?call=${id}&tab=transcript`);
  await expect(button(page, 'Play')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => second(page)).toBeGreaterThan(0);
  await page.keyboard.press('Space');
  await expect(button(page, 'Play')).toBeVisible();
  const at = await second(page);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => second(page)).toBe(at + 10);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => second(page)).toBe(at + 5);

  // Where a key does something of its own it goes on doing that.
  await drawer(page).getByRole('tab', { name: 'Transcript' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(drawer(page).getByRole('tab', { name: 'Notes' })).toBeFocused();
  await position(page).focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => second(page)).toBe(at + 6);

  await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('1.5');
  const rate = () =>
    page
      .locator('audio')
      .evaluate((audio) => (audio instanceof HTMLAudioElement ? audio.playbackRate : 0));
  await expect.poll(rate).toBe(1.5);
  await reload(page);
  await expect(player(page).getByRole('combobox', { name: 'Speed' })).toHaveValue('1.5');
  await expect.poll(rate).toBe(1.5);

  await button(page, 'Forward 5 seconds').click();
  await button(page, 'Note at this moment').click();
  await expect(newNote(page)).toBeFocused();
  await expect(newNote(page)).toHaveValue(/^\[0:05\] /);
  await page.keyboard.type('  ← → ');
  await expect(newNote(page)).toHaveValue(/ {2}← → $/);
  await expect.poll(() => second(page)).toBe(5);
  await page.keyboard.press('Control+Enter');
  await button(page, 'Forward 5 seconds').click();
  await drawer(page)
    .getByRole('button', { name: `Play from ${formatMoment(5)}` })
    .click();
  await expect(button(page, 'Pause')).toBeVisible();
  await expect.poll(() => second(page)).toBeLessThan(10);
});

test('two sessions of a call are heard as one', async ({ page, upstream }) => {
  const id = 'e2e-two-sessions';
  const began = Math.floor(Date.now() / 1000) - 3600;
  const said = (role: string, content: string, from: number) => ({
    role,
    content,
    start: began + from,
    end: began + from + 3,
  });
  await upstream.insertCalls({
    id,
    type: 'Inbound',
    status: 'Completed',
    created: new Date(began * 1000).toISOString(),
    duration: 12,
    metadata: { recording_sid: 'RE2' },
  });
  await upstream.setTranscript(id, {
    call_id: id,
    start_time: began,
    messages: [said('assistant', 'In the first session', 1), said('user', 'In the second', 7)],
  });
  const match = { path: `/calls/${id}/recording` };
  await upstream.setFaults({ kind: 'sound', form: 'sessions', seconds: 6, match });

  // The link leads into the second session, silent until somebody plays it.
  await visit(page, `?call=${id}&tab=transcript&t=8`);
  await expect.poll(() => second(page)).toBe(8);
  await expect(position(page)).toHaveAttribute('max', '12');
  await expect(heard(page)).toContainText('In the second');
  await position(page).focus();
  await expect(position(page)).toHaveAttribute(
    'aria-valuetext',
    '0:08 of 0:12, Caller: In the second',
  );
  await button(page, 'Play').click();
  await expect.poll(() => second(page)).toBeGreaterThan(8);

  // From the first it goes on into the second, and so does the turn that is marked.
  await turn(page, 1).click();
  await expect(turn(page, 1)).toHaveAttribute('aria-current', 'true');
  await player(page).getByRole('combobox', { name: 'Speed' }).selectOption('2.5');
  await expect(turn(page, 2)).toHaveAttribute('aria-current', 'true');
  await expect.poll(() => second(page)).toBeGreaterThan(7);

  // Where the pointer is, is told before it is pressed.
  await button(page, 'Pause').click();
  const { width = 0 } = (await position(page).boundingBox()) ?? {};
  const at = { x: (width * 2) / 12, y: 10 };
  await position(page).hover({ position: at });
  await expect(player(page).getByText('Agent: In the first session')).toBeVisible();
  await position(page).click({ position: at });
  expect(await second(page)).toBe(2);
});

test('what cannot be heard is said calmly, and the rest of the call stays', async ({
  page,
  upstream,
  demoCalls,
  trouble,
}) => {
  const { id } = recorded(demoCalls);
  await upstream.insertCalls({
    id: 'e2e-unrecorded',
    type: 'Inbound',
    status: 'No answer',
    created: new Date().toISOString(),
  });
  await visit(page, '?call=e2e-unrecorded');
  await expect(player(page)).toContainText('No recording of this call was made.');
  await expect(button(page, 'Play')).toHaveCount(0);

  // A sound that breaks off is tried again once, then it waits for the person.
  let asked = 0;
  const away = problem('upstream_unreachable', 'Nobody answers there.');
  await page.route(/\/recording(\?|$)/, (route) => {
    asked += 1;
    return route.fulfill({ status: 503, json: away });
  });
  trouble.expect(failedAnswer(503));
  await visit(page, `?call=${id}&t=7`);
  await button(page, 'Play').click();
  await expect(player(page)).toContainText('The sound broke off at 0:07.');
  await expect(player(page)).toContainText(away.title);
  expect(asked).toBeGreaterThanOrEqual(2);
  await drawer(page).getByRole('tab', { name: 'Costs' }).click();
  await expect(drawer(page).getByRole('tabpanel')).toContainText(/\w/);
  await page.unroute(/\/recording(\?|$)/);
  await button(page, 'Try again').click();
  await expect.poll(() => second(page)).toBeGreaterThan(7);
  await expect(button(page, 'Try again')).toHaveCount(0);
});

test('the player stands in nobody’s way, at the top or on a phone at the bottom', async ({
  page,
  demoCalls,
}) => {
  const { id } = recorded(demoCalls);
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await visit(page, `?limit=25&call=${id}&tab=transcript&t=9`);
    await expect(heard(page)).toBeVisible();
    await expectAccessible(page);
    const [place, tabs] = await Promise.all([
      player(page).boundingBox(),
      drawer(page).getByRole('tablist').boundingBox(),
    ]);
    expect((place?.y ?? 0) < (tabs?.y ?? 0)).toBe(width === 1440);
    await button(page, 'Sound settings').click();
    await expect(page.getByRole('checkbox', { name: 'Play when opened' })).toBeVisible();
    await expectAccessible(page);
  }
});
