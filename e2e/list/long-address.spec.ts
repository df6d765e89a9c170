import { expect, type Page } from '@playwright/test';
import { chips, expectCount, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** Addresses as long as a page takes: everything on it works. */

test.use({ sync: true });

/** A query with so many characters of filters; one tag of them is one that calls have. */
function longQuery(length: number, tag: string, sign: string): string {
  const room = length / 2 / encodeURIComponent(sign).length - 20;
  const values = Array.from({ length: room / 400 }, (_, at) => `${at}`.padEnd(399, sign));
  values.push(sign.repeat(room - values.join(',').length));
  const { tags, not_tags } = { tags: [tag, ...values].join(','), not_tags: values.join(',') };
  return `?${new URLSearchParams({ tags, not_tags })}`;
}

/** The questions of a page that were refused. */
function watchRefusals(page: Page): string[] {
  const refused: string[] = [];
  page.on('response', (answer) => {
    if (answer.url().includes('/api/') && answer.status() >= 400)
      refused.push(`${answer.status()} ${answer.url().slice(0, 80)}`);
  });
  return refused;
}

for (const [length, sign] of [
  [3900, 'x'],
  [7500, 'x'],
  [7500, '%'],
] as const)
  test(`${length} characters of filters, of “${sign}”, are a page like any other`, async ({
    page,
    demoCalls,
  }) => {
    const tags = demoCalls.flatMap(({ metadata }) => metadata?.tags ?? []);
    const [tag = ''] = tags;
    const count = demoCalls.filter(({ metadata }) => metadata?.tags?.includes(tag)).length;
    const query = longQuery(length, tag, sign);
    expect(Math.abs(query.length - length)).toBeLessThan(150);
    const refused = watchRefusals(page);
    await visit(page, query);
    await expectCount(page, count);
    await expect(chips(page)).toContainText(tag);
    await expect(page.getByRole('figure', { name: 'Calls over time' })).toContainText('most:');
    await page.getByRole('button', { name: 'Next page' }).click();
    await expect(page.getByRole('navigation', { name: 'Pagination' })).toContainText('51');
    await page.getByRole('link', { name: 'Costs' }).click();
    await expect(page.getByRole('figure', { name: 'Cost over time', exact: true })).toHaveAttribute(
      'aria-busy',
      'false',
    );
    await expect(page.getByRole('region', { name: 'Key figures' })).toContainText('$');
    await expect(page.getByRole('main').getByRole('alert')).toHaveCount(0);
    expect(refused).toEqual([]);
  });
