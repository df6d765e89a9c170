import { expect, type Page } from '@playwright/test';
import {
  callLinks,
  drawer,
  expectParameter,
  paging,
  parameter,
  reload,
  row,
  search,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import type { Call } from '@/lib/call/call';

const tab = (page: Page, name: string) => drawer(page).getByRole('tab', { name, exact: true });
const panel = (page: Page) => drawer(page).getByRole('tabpanel');
const button = (page: Page, name: string) =>
  drawer(page).getByRole('button', { name, exact: true });

/** The first call that has what a test is about. */
function pick(calls: readonly Call[], wanted: (call: Call) => unknown): Call {
  const call = calls.find(wanted);
  if (!call) throw new Error('The demo has no such call.');
  return call;
}

test('a click opens a call, Esc closes it and gives the focus back to its row', async ({
  page,
  demoCalls,
}) => {
  await visit(page);
  await row(page, 2).getByRole('cell').nth(5).click();
  await expect(drawer(page)).toBeVisible();
  await expectParameter(page, 'call', demoCalls[2]?.id ?? '');
  await expect(drawer(page)).toContainText('3 of 12,993');
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expectParameter(page, 'call', null);
  await expect(row(page, 2).getByRole('link')).toBeFocused();
});

test('Enter on a row opens it, and "Close" closes it', async ({ page, demoCalls }) => {
  await visit(page);
  await row(page, 0).getByRole('link').focus();
  await page.keyboard.press('Enter');
  await expectParameter(page, 'call', demoCalls[0]?.id ?? '');
  await expect(drawer(page)).toBeVisible();
  await button(page, 'Close').click();
  await expect(drawer(page)).toBeHidden();
  await expect(row(page, 0).getByRole('link')).toBeFocused();
});

test('Back closes a call that was opened, Forward opens it again', async ({ page }) => {
  await visit(page, '?type=Inbound');
  await callLinks(page).nth(1).click();
  await expect(drawer(page)).toBeVisible();
  await page.goBack();
  await expect(drawer(page)).toBeHidden();
  await expectParameter(page, 'type', 'Inbound');
  await page.goForward();
  await expect(drawer(page)).toBeVisible();
});

test('the open call and its tab survive a reload', async ({ page, demoCalls }) => {
  await visit(page);
  await callLinks(page).nth(3).click();
  await tab(page, 'Raw').click();
  await expectParameter(page, 'tab', 'raw');
  await reload(page);
  await expect(tab(page, 'Raw')).toHaveAttribute('aria-selected', 'true');
  await expect(panel(page)).toContainText(`"id": "${demoCalls[3]?.id}"`);
});

test('a shared link opens a call that is not on the page', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const call = pick(demoCalls.slice(9000), ({ agent, costs }) => agent?.name && costs);
  await visit(page, `?statuses=Busy&call=${call.id}`);
  await expect(drawer(page)).toBeVisible();
  await expect(panel(page)).toContainText(call.agent?.name ?? '');
  for (const name of ['Previous call', 'Next call'])
    await expect(button(page, name)).toHaveAttribute('aria-disabled', 'true');
  await expect(table(page)).toBeAttached();
  // Whoever looks for its recording asks for the call once more; opening it does so once.
  await expect
    .poll(async () => {
      const paths = (await upstream.requests()).map(({ path }) => path);
      const asked = (end: string) => paths.filter((path) => path.endsWith(end)).length;
      return asked(call.id) - asked(`${call.id}/recording`);
    })
    .toBe(1);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeHidden();
  await expectParameter(page, 'statuses', 'Busy');
});

test('a link to a call that does not exist says so and leads back', async ({ page }) => {
  await visit(page, '?call=000000000000000000000000');
  await expect(drawer(page).getByRole('alert')).toContainText('does not exist');
  await button(page, 'Back to the list').click();
  await expect(drawer(page)).toBeHidden();
  await expect(table(page)).toBeVisible();
});

test('previous and next walk the list over the border of a page', async ({ page, demoCalls }) => {
  await visit(page, `?limit=25&offset=25&call=${demoCalls[48]?.id}`);
  await expect(drawer(page)).toContainText('49 of 12,993');
  await button(page, 'Next call').click();
  await expectParameter(page, 'call', demoCalls[49]?.id ?? '');
  await button(page, 'Next call').click();
  await expectParameter(page, 'call', demoCalls[50]?.id ?? '');
  await expectParameter(page, 'offset', '50');
  await expect(drawer(page)).toContainText('51 of 12,993');
  await expect(paging(page)).toContainText('51–75');
  await button(page, 'Previous call').click();
  await expectParameter(page, 'call', demoCalls[49]?.id ?? '');
  await expectParameter(page, 'offset', '25');
  await expect(button(page, 'Previous call')).toBeFocused();
});

test('at the ends of the list there is nothing to walk to', async ({ page, demoCalls }) => {
  await visit(page, `?call=${demoCalls[0]?.id}`);
  await expect(button(page, 'Previous call')).toHaveAttribute('aria-disabled', 'true');
  await expect(button(page, 'Next call')).not.toHaveAttribute('aria-disabled', 'true');
  await visit(page, `?offset=12950&call=${demoCalls.at(-1)?.id}`);
  await expect(button(page, 'Next call')).toHaveAttribute('aria-disabled', 'true');
});

test('Overview tells who, when, what came of it and what was extracted', async ({
  page,
  demoCalls,
}) => {
  const call = pick(
    demoCalls,
    ({ extraction, classification, ratings, viewed_by, metadata, provider, language }) =>
      extraction?.mc_number &&
      classification?.reasoning &&
      ratings?.length &&
      viewed_by?.length &&
      metadata?.tags?.length &&
      metadata.call_sid &&
      provider &&
      language,
  );
  await visit(page, `?call=${call.id}`);
  const overview = panel(page);
  for (const text of [
    call.status,
    call.use_case?.name,
    call.use_case?.model,
    call.agent?.name,
    call.classification?.tag,
    call.classification?.reasoning,
    call.ratings?.[0]?.email,
    call.viewed_by?.[0],
    call.metadata?.tags?.[0],
    call.metadata?.call_sid,
    call.provider,
    call.language,
  ])
    await expect(drawer(page)).toContainText(text ?? 'missing in the demo');
  const extraction = overview.getByRole('table', { name: 'Extraction' });
  await expect(extraction.getByRole('row', { name: 'MC number' })).toContainText(
    String(call.extraction?.mc_number),
  );
  await expect(overview).toContainText(/C[SD]T/);
});

test('the call that one repeats is a link to it', async ({ page, demoCalls }) => {
  const ids = new Set(demoCalls.map(({ id }) => id));
  const call = pick(demoCalls, ({ parent_call_id: parent }) => parent && ids.has(parent));
  await visit(page, `?call=${call.id}`);
  await panel(page)
    .getByRole('link', { name: call.parent_call_id ?? '' })
    .click();
  await expectParameter(page, 'call', call.parent_call_id ?? '');
  await expect(panel(page)).toContainText(call.parent_call_id ?? '');
  await page.goBack();
  await expectParameter(page, 'call', call.id);
});

test('Notes stand newest first, flagged ones are marked', async ({ page, demoCalls }) => {
  const call = pick(
    demoCalls,
    ({ notes }) => (notes?.length ?? 0) > 1 && notes?.some(({ flagged }) => flagged),
  );
  const sorted = [...(call.notes ?? [])].sort((a, b) =>
    (b.created_at ?? '').localeCompare(a.created_at ?? ''),
  );
  await visit(page, `?call=${call.id}&tab=notes`);
  const notes = panel(page).getByRole('list', { name: 'Notes, newest first' });
  await expect(notes.getByRole('listitem')).toHaveCount(sorted.length);
  for (const [place, note] of sorted.entries()) {
    const item = notes.getByRole('listitem').nth(place);
    await expect(item).toContainText(note.content ?? '');
    await expect(item).toContainText(note.user_id ?? '');
    await expect(item.getByText('Flagged')).toHaveCount(note.flagged ? 1 : 0);
  }
});

test('Costs are a table that adds up, with the parts of line and LLM', async ({
  page,
  demoCalls,
}) => {
  const call = pick(
    demoCalls,
    ({ costs }) =>
      costs?.total_costs && costs.llm?.input_cost && costs.voip?.call_cost && costs.tts?.total_cost,
  );
  await visit(page, `?call=${call.id}&tab=costs`);
  const costs = panel(page).getByRole('table', { name: 'Costs by component' });
  const cell = (name: string, column: number) =>
    costs.getByRole('row').filter({ hasText: name }).first().getByRole('cell').nth(column);
  const money = (amount: number | null | undefined) => `$${(amount ?? 0).toFixed(4)}`;
  await expect(cell('Total', 0)).toHaveText(money(call.costs?.total_costs));
  await expect(cell('Total', 1)).toHaveText('100.0%');
  await expect(cell('LLM', 0)).toHaveText(money(call.costs?.llm?.total_cost));
  await expect(cell('Input', 0)).toHaveText(money(call.costs?.llm?.input_cost));
  await expect(cell('Output', 0)).toHaveText(money(call.costs?.llm?.output_cost));
  await expect(cell('VoIP', 0)).toHaveText(money(call.costs?.voip?.total_cost));
  await expect(panel(page).getByRole('img', { name: /^Shares: / })).toBeVisible();
});

test('Costs tell a line of one’s own carrier, an "Other", and that there are none', async ({
  page,
  upstream,
  demoCalls,
}) => {
  const [like] = demoCalls;
  const created = new Date().toISOString();
  await upstream.insertCalls(
    {
      ...like,
      id: 'e2e-other',
      created,
      costs: { total_costs: 0.1, voip: { external: true }, llm: { total_cost: 0.04 } },
    },
    { ...like, id: 'e2e-none', created, costs: null },
  );
  await visit(page, '?call=e2e-other&tab=costs');
  await expect(panel(page)).toContainText('Own carrier');
  await expect(panel(page).getByRole('row').filter({ hasText: 'Other' })).toContainText('$0.0600');
  await visit(page, '?call=e2e-none&tab=costs');
  await expect(panel(page)).toContainText('no costs for this call');
  await expect(panel(page)).not.toContainText('$0.00');
});

test('Raw is the whole call as JSON, without its hooks, and can be copied', async ({
  page,
  context,
  demoCalls,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const call = pick(demoCalls, ({ costs, notes }) => costs && notes?.length);
  await visit(page, `?call=${call.id}&tab=raw`);
  await button(page, 'Copy JSON').click();
  await expect(drawer(page).getByText('Copied')).toBeVisible();
  const copied = JSON.parse(await page.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toMatchObject({ id: call.id, costs: call.costs, notes: call.notes });
  expect(copied).not.toHaveProperty('meta');
  expect(copied.use_case).not.toHaveProperty('hooks');
  await expect(panel(page)).not.toContainText('demo-hook-secret-');
});

test('the list stays usable beside the drawer', async ({ page, demoCalls }) => {
  await visit(page, `?call=${demoCalls[0]?.id}`);
  await row(page, 4).getByRole('link').click();
  await expectParameter(page, 'call', demoCalls[4]?.id ?? '');
  await search(page).fill('dallas');
  await expectParameter(page, 'search', 'dallas');
  expect(parameter(page, 'call')).toBe(demoCalls[4]?.id);
  await page.keyboard.press('Escape');
  await expect(drawer(page)).toBeVisible();
});

test('the drawer is made wider by keyboard and stays so', async ({ page, demoCalls }) => {
  await visit(page, `?call=${demoCalls[0]?.id}`);
  const edge = drawer(page).getByRole('separator', { name: 'Width of the call drawer' });
  const width = async () => Math.round((await drawer(page).boundingBox())?.width ?? 0);
  const before = await width();
  await edge.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect.poll(width).toBe(before + 64);
  await reload(page);
  await expect.poll(width).toBe(before + 64);
});
