import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { drawer, expectParameter, reload, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import {
  MAYA,
  newNote,
  notes,
  noteWith,
  reviewAs,
  TOM,
  withFields,
  writes,
} from '@/e2e/support/reviewing';
import { failedAnswer } from '@/e2e/support/trouble';
import type { Call } from '@/lib/call/call';
import type { DemoControl } from '@/lib/demo/control/control';

const NOTE = 'cccccccccccccccccccccc01';
const button = (page: Page, name: string) => notes(page).getByRole('button', { name, exact: true });

const written = (fields: object = {}) => ({
  id: NOTE,
  user_id: MAYA,
  content: 'as it was',
  flagged: false,
  created_at: '2026-11-01T08:00:00Z',
  ...fields,
});

/** Opens the notes of a call that has these. */
async function open(
  page: Page,
  upstream: DemoControl,
  call: Call | undefined,
  its: Call['notes'] = [],
) {
  const changed = await withFields(upstream, call, { notes: its });
  await reviewAs(page);
  await visit(page, `?limit=25&columns=created,notes&call=${changed.id}&tab=notes`);
  await expect(newNote(page)).toBeVisible();
  await upstream.clearRequests();
  return changed.id;
}

const notesOf = async (page: Page, id: string): Promise<Call['notes']> =>
  (await (await page.request.get(`/api/calls/${id}`)).json()).notes;

test('a note is written by keyboard, shown at once, and sent once', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const call = await withFields(upstream, demoCalls[0], { notes: [] });
  await reviewAs(page);
  await visit(page, `?limit=25&columns=created,notes&call=${call.id}`);
  await expect(drawer(page)).toBeFocused();
  await page.keyboard.press('m');
  await expect(newNote(page)).toBeFocused();
  await expectParameter(page, 'tab', 'notes');
  await page.keyboard.type('<b>bold</b> <img src=x onerror=alert(1)>');
  await page.keyboard.press('Control+Enter');
  await expect(newNote(page)).toHaveValue('');
  await expect(drawer(page)).toBeFocused();
  await expect(noteWith(page, '<b>bold</b>')).toContainText('Saved in a moment');
  expect(await writes(upstream)).toEqual([]);
  await expect(noteWith(page, '<img src=x onerror=alert(1)>')).toContainText(MAYA);
  await expect(page.locator(`tr[data-call="${call.id}"]`)).toContainText('<b>bold</b>');
  expect(await writes(upstream)).toEqual(['POST']);
  const kept = await page.evaluate(() => Object.keys(localStorage));
  expect(kept.filter((key) => key.startsWith('callscope.draft.'))).toEqual([]);
});

test('a new note that is undone was never sent, and its words are back', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const id = await open(page, upstream, demoCalls[0]);
  await newNote(page).fill('too quick');
  await notes(page).getByRole('checkbox', { name: 'Flag' }).check();
  await button(page, 'Save note').click();
  await button(page, 'Undo').click();
  await expect(newNote(page)).toHaveValue('too quick');
  await expect(newNote(page)).toBeFocused();
  await page.waitForTimeout(5_500);
  expect(await writes(upstream)).toEqual([]);
  expect(await notesOf(page, id)).toEqual([]);
});

test('a note is edited, flagged and deleted; those of others are not', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const others = written({ id: 'd1', user_id: TOM, content: 'by Tom' });
  const id = await open(page, upstream, demoCalls[0], [written(), others]);
  await expect(noteWith(page, 'by Tom').getByRole('button')).toHaveCount(0);
  await button(page, 'Edit this note').click();
  const field = notes(page).getByRole('textbox', { name: 'Text of the note' });
  await expect(field).toBeFocused();
  await field.fill('better words');
  await page.keyboard.press('Control+Enter');
  await expect(noteWith(page, 'better words')).toBeFocused();
  await expect
    .poll(() => notesOf(page, id))
    .toEqual([written({ content: 'better words' }), others]);
  await expect(button(page, 'Flag this note')).toBeVisible();
  await button(page, 'Flag this note').click();
  await expect(noteWith(page, 'better words')).toContainText('Flagged');
  await expect(button(page, 'Remove the flag')).toBeVisible({ timeout: 10_000 });

  await button(page, 'Delete this note').click();
  await expect(noteWith(page, 'better words')).toHaveCount(0);
  await button(page, 'Undo').click();
  await expect(noteWith(page, 'better words')).toBeFocused();
  await page.waitForTimeout(5_500);
  expect(await writes(upstream)).toEqual(['PATCH', 'PATCH']);
  await button(page, 'Delete this note').click();
  await expect.poll(() => notesOf(page, id), { timeout: 12_000 }).toEqual([others]);
  await expect(notes(page).getByText('Note deleted')).toHaveCount(0);
  await expect(page.locator(':focus')).toHaveCount(1);
});

test('leaving the page sends what is waiting', async ({ page, demoCalls, upstream }) => {
  const id = await open(page, upstream, demoCalls[0], [written()]);
  await newNote(page).fill('on my way out');
  await button(page, 'Save note').click();
  await button(page, 'Delete this note').click();
  await page.goto('/costs');
  await expect
    .poll(async () => (await notesOf(page, id))?.map(({ content }) => content))
    .toEqual(['on my way out']);
  await visit(page, `?limit=25&call=${id}&tab=notes`);
  await expect(noteWith(page, 'on my way out')).toHaveCount(1);
  await expect(newNote(page)).toHaveValue('');
  await expect(notes(page).getByText('not known')).toHaveCount(0);
  expect((await writes(upstream)).sort()).toEqual(['DELETE', 'POST']);
});

test('a draft survives closing the call, other calls and a reload', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const id = await open(page, upstream, demoCalls[0]);
  await newNote(page).fill('half a thou');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeFocused();
  await page.keyboard.press(']');
  await expectParameter(page, 'call', demoCalls[1]?.id ?? '');
  await expect(newNote(page)).toHaveValue('');
  await page.keyboard.press('[');
  await expect(newNote(page)).toHaveValue('half a thou');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await reload(page);
  await visit(page, `?limit=25&call=${id}&tab=notes`);
  await expect(newNote(page)).toHaveValue('half a thou');
  expect(await writes(upstream)).toEqual([]);
});

test('a note that was refused keeps its words over a reload and is sent again on request', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  const id = await open(page, upstream, demoCalls[0]);
  await upstream.setFaults({ kind: 'status', status: 403, match: { method: 'POST' } });
  trouble.expect(failedAnswer(502));
  await newNote(page).fill('precious');
  await page.keyboard.press('Control+Enter');
  await page.keyboard.press(']');
  await expect(drawer(page).getByRole('alert')).toContainText('A note was not saved', {
    timeout: 10_000,
  });
  await drawer(page).getByRole('button', { name: 'Show', exact: true }).click();
  await expectParameter(page, 'call', id);
  await expect(noteWith(page, 'precious')).toContainText('Not saved');
  expect(await writes(upstream)).toEqual(['POST']);
  await upstream.clearFaults();
  await reload(page);
  await expect(newNote(page)).toHaveValue('precious');
  await newNote(page).press('Control+Enter');
  await expect(noteWith(page, 'precious')).toContainText(MAYA, { timeout: 10_000 });
  expect(await writes(upstream)).toEqual(['POST', 'POST']);
});

test('an answer that is lost writes no second note', async ({ page, demoCalls, upstream }) => {
  const id = await open(page, upstream, demoCalls[0]);
  await upstream.setFaults({ kind: 'reset', written: true, match: { method: 'POST' } });
  await newNote(page).fill('only once');
  await page.keyboard.press('Control+Enter');
  await expect(noteWith(page, 'only once')).toContainText(MAYA, { timeout: 10_000 });
  expect(await writes(upstream)).toEqual(['POST']);
  expect(await notesOf(page, id)).toHaveLength(1);
});

test('in doubt the call is read again before sending again is offered', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  const id = await open(page, upstream, demoCalls[0]);
  trouble.expect(failedAnswer(502));
  // Whoever else reads the call when it is opened would take the one answer that is meant for the note.
  await page.waitForLoadState('networkidle');
  await upstream.setFaults(
    { kind: 'delay', ms: 0, match: { method: 'GET', path: id }, times: 1 },
    { kind: 'reset', written: true, match: { method: 'POST' } },
    { kind: 'status', status: 403, match: { method: 'GET', path: id } },
  );
  await newNote(page).fill('did it arrive?');
  await page.keyboard.press('Control+Enter');
  const note = noteWith(page, 'did it arrive?');
  await expect(note).toContainText('not known', { timeout: 10_000 });
  await expect(button(page, 'Send again')).toHaveCount(0);
  const checked = page.waitForResponse((answer) => answer.url().endsWith(`/api/calls/${id}`));
  await button(page, 'Check again').click();
  await checked;
  await expect(note).toContainText('not known');
  await upstream.clearFaults();
  await button(page, 'Check again').click();
  await expect(note).toContainText(MAYA);
  expect(await writes(upstream)).toEqual(['POST']);

  await upstream.setFaults({ kind: 'reset', match: { method: 'POST' } });
  await newNote(page).fill('this one did not');
  await newNote(page).press('Control+Enter');
  await expect(button(page, 'Check again')).toBeVisible({ timeout: 10_000 });
  await upstream.clearFaults();
  await button(page, 'Check again').click();
  await button(page, 'Send again').click();
  await expect(noteWith(page, 'this one did not')).toContainText(MAYA);
  expect(await notesOf(page, id)).toHaveLength(2);
});

test('Callscope going away leaves doubt that a reload keeps and that reading clears', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  const id = await open(page, upstream, demoCalls[0]);
  trouble.expect(/ERR_(FAILED|CONNECTION)/);
  await page.route('**/notes', async (route) => {
    await route.fetch();
    await route.abort('failed');
  });
  await newNote(page).fill('through the noise');
  await page.keyboard.press('Control+Enter');
  await expect(noteWith(page, 'through the noise')).toContainText('not known', { timeout: 10_000 });
  await page.unroute('**/notes');
  await reload(page);
  await expect(noteWith(page, 'through the noise')).toHaveCount(1);
  await expect(noteWith(page, 'through the noise')).toContainText(MAYA);
  await expect(newNote(page)).toHaveValue('');
  expect(await notesOf(page, id)).toHaveLength(1);
});

const CHOICES = {
  Overwrite: [['mine', MAYA]],
  'Take theirs': [['theirs', MAYA]],
  'Keep mine as a new note': [
    ['theirs', MAYA],
    ['mine', MAYA],
  ],
} as const;

for (const [choice, left] of Object.entries(CHOICES))
  test(`a note changed meanwhile is shown in both versions: ${choice}`, async ({
    page,
    demoCalls,
    upstream,
    trouble,
  }) => {
    const id = await open(page, upstream, demoCalls[0], [written()]);
    trouble.expect(failedAnswer(409));
    await button(page, 'Edit this note').click();
    await notes(page).getByRole('textbox', { name: 'Text of the note' }).fill('mine');
    await withFields(upstream, demoCalls[0], { notes: [written({ content: 'theirs' })] });
    await page.keyboard.press('Control+Enter');
    const both = notes(page).getByRole('group', { name: 'Two versions of a note' });
    await expect(both).toContainText('theirs', { timeout: 10_000 });
    await expect(both).toContainText('mine');
    expect(await writes(upstream)).toEqual([]);
    await expectAccessible(page);
    await button(page, choice).click();
    await expect
      .poll(async () => (await notesOf(page, id))?.map((note) => [note.content, note.user_id]), {
        timeout: 12_000,
      })
      .toEqual(left);
    await expect(both).toHaveCount(0);
  });

test('a note deleted meanwhile can be kept as a new one', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  const id = await open(page, upstream, demoCalls[0], [written()]);
  trouble.expect(failedAnswer(404));
  await button(page, 'Edit this note').click();
  await notes(page).getByRole('textbox', { name: 'Text of the note' }).fill('mine');
  await withFields(upstream, demoCalls[0], { notes: [] });
  await page.keyboard.press('Control+Enter');
  await expect(button(page, 'Discard mine')).toBeVisible({ timeout: 10_000 });
  await expect(button(page, 'Overwrite')).toHaveCount(0);
  await button(page, 'Keep mine as a new note').click();
  await expect
    .poll(async () => (await notesOf(page, id))?.map(({ content }) => content), { timeout: 12_000 })
    .toEqual(['mine']);
});

test('words that were thrown away can be had back', async ({ page, demoCalls, upstream }) => {
  await open(page, upstream, demoCalls[0], [written()]);
  await button(page, 'Edit this note').click();
  await notes(page).getByRole('textbox', { name: 'Text of the note' }).fill('changed');
  await page.keyboard.press('Escape');
  await expect(noteWith(page, 'as it was')).toBeFocused();
  await drawer(page).getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(notes(page).getByRole('textbox', { name: 'Text of the note' })).toHaveValue(
    'changed',
  );
});

for (const width of [1440, 390])
  test(`every state of a note is accessible, ${width} px`, async ({
    page,
    demoCalls,
    upstream,
    trouble,
  }) => {
    trouble.expect(failedAnswer(502));
    await page.setViewportSize({ width, height: 900 });
    const its = [written(), written({ id: 'd1', user_id: TOM, content: 'by Tom', flagged: true })];
    await open(page, upstream, demoCalls[0], its);
    await upstream.setFaults({ kind: 'status', status: 403, match: { method: 'POST' } });
    await newNote(page).fill('refused');
    await newNote(page).press('Control+Enter');
    await expect(noteWith(page, 'refused')).toContainText('Not saved', { timeout: 10_000 });
    await newNote(page).fill('about to be saved');
    await newNote(page).press('Control+Enter');
    await newNote(page).fill(`being written ${'x'.repeat(9_200)}`);
    await button(page, 'Delete this note').click();
    await expectAccessible(page);
    await expect(newNote(page)).toBeInViewport();
  });
