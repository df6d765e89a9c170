import { expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { drawer, expectParameter, row, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import {
  expectPressed,
  MAYA,
  rateButton,
  reviewAs,
  TOM,
  withFields,
  writes,
} from '@/e2e/support/reviewing';
import { failedAnswer, watchTrouble } from '@/e2e/support/trouble';

const WITH_RATINGS = '?limit=25&columns=created,ratings';

test('who reviews is asked once; then the rating goes on by itself', async ({
  page,
  demoCalls,
  upstream,
}) => {
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  await visit(page, `${WITH_RATINGS}&call=${call.id}`);
  await expect(drawer(page)).toBeFocused();
  await page.keyboard.press('1');
  const dialog = page.getByRole('dialog', { name: 'Who reviews' });
  await dialog.getByLabel('Your e-mail address').fill('not an address');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('alert')).toContainText('not an e-mail address');
  await expectAccessible(page);
  await dialog.getByLabel('Your e-mail address').fill('Maya@Example.com');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expectPressed(rateButton(page, '✅'), true);
  await expect(row(page, 0)).toContainText('✅');
  await page.keyboard.press('3');
  await expectPressed(rateButton(page, '🚨'), true);
  await expect(drawer(page)).toContainText(MAYA);
  await expect.poll(() => writes(upstream)).toEqual(['PATCH', 'PATCH']);

  await page.getByRole('button', { name: `Reviewing as ${MAYA}` }).click();
  await page.getByLabel('Your e-mail address').fill(TOM);
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('button', { name: `Reviewing as ${TOM}` })).toBeVisible();
  await expectPressed(rateButton(page, '✅'), false);
});

test('putting the question away rates nothing', async ({ page, demoCalls, upstream }) => {
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  await visit(page, `?limit=25&call=${call.id}`);
  await rateButton(page, '👎').click();
  await expect(page.getByRole('dialog', { name: 'Who reviews' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Who reviews' })).toBeHidden();
  await expect(drawer(page)).toBeVisible();
  await expectPressed(rateButton(page, '👎'), false);
  expect(await writes(upstream)).toEqual([]);
});

/** Keeps the code that answers the keys of reviewing away until it is let go. */
async function holdReviewCode(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/_next/static/chunks/*.js', async (route) => {
    const response = await route.fetch();
    const code = await response.text();
    if (code.includes('Rating calls takes the role')) await released;
    await route.fulfill({ response, body: code });
  });
  return release;
}

test('a key that is pressed before its code is there is answered when it comes', async ({
  page,
  demoCalls,
  upstream,
}) => {
  await reviewAs(page);
  await withFields(upstream, demoCalls[0], { ratings: [] });
  const release = await holdReviewCode(page);
  await visit(page, WITH_RATINGS);
  await page.keyboard.press('j');
  await expect(row(page, 0).getByRole('link')).toBeFocused();
  await page.keyboard.press('2');
  await expect(row(page, 0)).toContainText('not rated');
  release();
  await expect(row(page, 0)).toContainText('👎');
});

test('a key that was meant for a call that is no longer open rates no other', async ({
  page,
  demoCalls,
  upstream,
}) => {
  await reviewAs(page);
  const [first, second] = demoCalls;
  await withFields(upstream, first, { ratings: [] });
  await withFields(upstream, second, { ratings: [] });
  const release = await holdReviewCode(page);
  await visit(page, `${WITH_RATINGS}&call=${first?.id}`);
  await page.keyboard.press('1');
  await page.keyboard.press(']');
  await expectParameter(page, 'call', second?.id ?? '');
  release();
  await expect(drawer(page)).toContainText('Nobody has rated this call.');
  await page.keyboard.press('3');
  await expectPressed(rateButton(page, '🚨'), true);
  await expectPressed(rateButton(page, '✅'), false);
  await expect.poll(() => writes(upstream)).toEqual(['PATCH']);
});

test('a key rates the open call, again takes it back, and also the row that has the focus', async ({
  page,
  demoCalls,
  upstream,
}) => {
  await reviewAs(page);
  await withFields(upstream, demoCalls[0], { ratings: [] });
  await withFields(upstream, demoCalls[1], { ratings: [] });
  await visit(page, WITH_RATINGS);
  await page.keyboard.press('j');
  await expect(row(page, 0).getByRole('link')).toBeFocused();
  await page.keyboard.press('2');
  await expect(row(page, 0)).toContainText('👎');
  await expect(row(page, 0).getByRole('link')).toBeFocused();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeFocused();
  await page.keyboard.press('1');
  await expectPressed(rateButton(page, '✅'), true);
  await expect(row(page, 1)).toContainText('✅');
  await page.keyboard.press('1');
  await expectPressed(rateButton(page, '✅'), false);
  await expect(row(page, 1)).not.toContainText('✅');
  await expect(drawer(page)).toContainText('Nobody has rated this call.');
  await expect
    .poll(async () => {
      const answer = await page.request.get(`/api/calls/${demoCalls[1]?.id}`);
      return (await answer.json()).ratings;
    })
    .toEqual([]);
});

test('a rating that cannot be saved is taken back, and says so', async ({
  page,
  demoCalls,
  upstream,
  trouble,
}) => {
  await reviewAs(page);
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  await visit(page, `${WITH_RATINGS}&call=${call.id}`);
  await expect(drawer(page)).toBeFocused();
  await upstream.setFaults({
    kind: 'status',
    status: 400,
    body: { message: 'no ratings today' },
    match: { method: 'PATCH', path: '/ratings' },
  });
  trouble.expect(failedAnswer(502));
  await page.keyboard.press('3');
  await expect(drawer(page).getByRole('alert')).toContainText('🚨 was not saved');
  await expect(drawer(page).getByRole('alert')).toContainText('no ratings today');
  await expectPressed(rateButton(page, '🚨'), false);
  await expect(row(page, 0)).not.toContainText('🚨');
  expect(await writes(upstream)).toEqual(['PATCH']);
  await drawer(page).getByRole('button', { name: 'Dismiss message' }).click();
  await expect(drawer(page).getByText('was not saved')).toBeHidden();
});

test('a rating whose answer is lost stays, and is sent once', async ({
  page,
  demoCalls,
  upstream,
}) => {
  await reviewAs(page);
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  await visit(page, `${WITH_RATINGS}&call=${call.id}`);
  await expect(drawer(page)).toBeFocused();
  await upstream.setFaults({
    kind: 'reset',
    written: true,
    match: { method: 'PATCH', path: '/ratings' },
  });
  await page.keyboard.press('1');
  await expect.poll(() => writes(upstream)).toEqual(['PATCH']);
  await expectPressed(rateButton(page, '✅'), true);
  await expect(drawer(page).getByRole('button', { name: 'Dismiss message' })).toBeHidden();
});

test('a rating shows before its answer comes, also over a refresh in between', async ({
  page,
  demoCalls,
  upstream,
}) => {
  await reviewAs(page);
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  await visit(page, `${WITH_RATINGS}&call=${call.id}`);
  await expect(drawer(page)).toBeFocused();
  await upstream.setFaults({
    kind: 'delay',
    ms: 2_500,
    match: { method: 'PATCH', path: '/ratings' },
  });
  await page.keyboard.press('1');
  await expectPressed(rateButton(page, '✅'), true);
  await page.keyboard.press('2');
  await page
    .getByRole('button', { name: /^Refresh/ })
    .first()
    .click();
  await expect(row(page, 0)).toContainText('✅');
  await expect(row(page, 0)).toContainText('👎');
  await expect.poll(() => writes(upstream)).toEqual(['PATCH', 'PATCH']);
  await expect(row(page, 0)).toContainText('👎');
  // What is written late would be written into the next test.
  const written = async () =>
    (await (await page.request.get(`/api/calls/${call.id}`)).json()).ratings;
  await expect.poll(written, { timeout: 10_000 }).toHaveLength(2);
});

test('two people see each other’s ratings after a refresh, and that they disagree', async ({
  page,
  browser,
  baseURL,
  demoCalls,
  upstream,
}) => {
  const call = await withFields(upstream, demoCalls[0], { ratings: [] });
  const context = await browser.newContext({ baseURL });
  const trouble = watchTrouble(context, baseURL ?? '');
  const other = await context.newPage();
  await reviewAs(page, MAYA);
  await reviewAs(other, TOM);
  for (const each of [page, other]) {
    await visit(each, `${WITH_RATINGS}&call=${call.id}`);
    await expect(drawer(each)).toBeFocused();
  }
  await page.keyboard.press('1');
  await expectPressed(rateButton(page, '✅'), true);
  await expect.poll(() => writes(upstream)).toEqual(['PATCH']);
  await other.keyboard.press('2');
  await expectPressed(rateButton(other, '👎'), true);
  await expect(drawer(other)).toContainText(MAYA);
  await expect(row(other, 0).getByRole('img', { name: 'Contested' })).toBeVisible();

  await page.reload();
  await expect(drawer(page)).toContainText(TOM);
  await expect(drawer(page)).toContainText('People rated this call differently.');
  await expect(row(page, 0).getByRole('img', { name: 'Contested' })).toBeVisible();
  await expectPressed(rateButton(page, '✅'), true);
  await expectPressed(rateButton(page, '👎'), false);
  await expectParameter(page, 'call', call.id);
  expect(trouble.rest()).toEqual([]);
  await context.close();
});
