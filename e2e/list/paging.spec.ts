import { expect, type Page } from '@playwright/test';
import { callIds, expectParameter, paging, reload, row, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

const button = (page: Page, name: string) => paging(page).getByRole('button', { name });

async function expectPage(page: Page, range: string, firstId: string | undefined) {
  await expect(paging(page)).toContainText(`${range} of 12,993`);
  await expect(row(page, 0)).toHaveAttribute('data-call', firstId ?? '');
}

test('next, previous, last and first', async ({ page, demoCalls }) => {
  await visit(page);
  await expectPage(page, '1–50', demoCalls[0]?.id);
  await expect(button(page, 'Previous page')).toBeDisabled();
  await expect(button(page, 'First page')).toBeDisabled();

  await button(page, 'Next page').click();
  await expectPage(page, '51–100', demoCalls[50]?.id);
  await expectParameter(page, 'offset', '50');
  await button(page, 'Previous page').click();
  await expectPage(page, '1–50', demoCalls[0]?.id);

  await button(page, 'Last page').click();
  await expectPage(page, '12,951–12,993', demoCalls[12_950]?.id);
  await expect(button(page, 'Next page')).toBeDisabled();
  await expect(button(page, 'Last page')).toBeDisabled();
  expect(await callIds(page)).toEqual(demoCalls.slice(12_950).map(({ id }) => id));
  await reload(page);
  await expectPage(page, '12,951–12,993', demoCalls[12_950]?.id);

  await button(page, 'First page').click();
  await expectPage(page, '1–50', demoCalls[0]?.id);
});

test('jumping to a page, and what is no page', async ({ page, demoCalls }) => {
  await visit(page);
  const field = paging(page).getByRole('textbox', { name: 'Page' });
  await field.fill('200');
  await field.press('Enter');
  await expectPage(page, '9,951–10,000', demoCalls[9950]?.id);
  await expect(field).toHaveValue('200');
  await field.fill('nowhere');
  await field.press('Enter');
  await expect(field).toHaveValue('200');
  await field.fill('99999');
  await field.press('Enter');
  await expectPage(page, '12,951–12,993', demoCalls[12_950]?.id);
  await page.goBack();
  await expectPage(page, '9,951–10,000', demoCalls[9950]?.id);
});

test('every page has other calls, none is left out at the borders', async ({ page, demoCalls }) => {
  await visit(page, '?limit=25');
  const seen: string[] = [];
  for (const range of ['1–25', '26–50', '51–75', '76–100']) {
    await expect(paging(page)).toContainText(`${range} of`);
    await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[seen.length]?.id ?? '');
    seen.push(...(await callIds(page)));
    await button(page, 'Next page').click();
  }
  expect(seen).toEqual(demoCalls.slice(0, 100).map(({ id }) => id));
});

test('another page size starts at the first page again', async ({ page, demoCalls }) => {
  await visit(page, '?offset=500');
  await paging(page).getByRole('combobox', { name: 'Rows' }).selectOption('500');
  await expectPage(page, '1–500', demoCalls[0]?.id);
  await expectParameter(page, 'limit', '500');
  await expectParameter(page, 'offset', null);
  await page.goBack();
  await expectPage(page, '501–550', demoCalls[500]?.id);
});

test('a page beyond the end leads back to the last one', async ({ page, demoCalls }) => {
  await visit(page, '?offset=99950&statuses=Busy');
  const busy = demoCalls.filter(({ status }) => status === 'Busy');
  const last = Math.floor((busy.length - 1) / 50) * 50;
  await expect(row(page, 0)).toHaveAttribute('data-call', busy[last]?.id ?? '');
  await expectParameter(page, 'offset', String(last));
  await expectParameter(page, 'statuses', 'Busy');
});

test('the old rows stay, dimmed, while the next ones are on their way', async ({
  page,
  upstream,
  demoCalls,
}) => {
  await visit(page);
  await upstream.setFaults({ kind: 'delay', ms: 1500, match: { query: 'skip=12950' } });
  await button(page, 'Last page').click();
  const list = page.getByRole('table', { name: 'Calls' });
  await expect(list).toHaveAttribute('aria-busy', 'true');
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[0]?.id ?? '');
  await expect(list).toHaveAttribute('aria-busy', 'false');
  await expect(row(page, 0)).toHaveAttribute('data-call', demoCalls[12_950]?.id ?? '');
});
