import { expect, type Page } from '@playwright/test';
import {
  callLinks,
  drawer,
  expectParameter,
  facet,
  interactive,
  paging,
  reload,
  table,
  visit,
} from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** Whoever comes back to a list is where they were in it. */

// Between two pages the browser sees a moment without an icon, and may ask for one.
test.beforeEach(({ page }) =>
  page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 })),
);

const scroller = (page: Page) => table(page).locator('..');
const toRow = (page: Page, id: string) => table(page).locator(`tr[data-call="${id}"]`);

/** Scrolls until a row stands a few pixels below the header, as a hand would leave it. */
async function scrollTo(page: Page, share: number): Promise<void> {
  await scroller(page).evaluate((element, part) => {
    element.scrollTop = Math.round(element.scrollHeight * part) + 13;
  }, share);
}

/** The row below the header, and how far below it that begins; once it is the same twice. */
async function place(page: Page): Promise<{ id: string; below: number }> {
  const read = () =>
    scroller(page).evaluate((element) => {
      const edge = element.querySelector('thead')?.getBoundingClientRect().bottom ?? 0;
      for (const row of element.querySelectorAll<HTMLElement>('tr[data-call]')) {
        const { top, bottom } = row.getBoundingClientRect();
        if (bottom > edge) return { id: row.dataset.call ?? '', below: Math.round(top - edge) };
      }
      return { id: '', below: 0 };
    });
  let last = await read();
  await expect
    .poll(async () => {
      const before = last;
      last = await read();
      return last.id !== '' && before.id === last.id && before.below === last.below;
    })
    .toBe(true);
  return last;
}

const WAYS: Record<string, (page: Page) => Promise<unknown>> = {
  Back: (page) => page.goBack(),
  'the navigation': (page) =>
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Calls' }).click(),
  'the palette': async (page) => {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('dialog', { name: 'Command palette' });
    await palette.getByRole('combobox').fill('Calls');
    await palette.getByRole('option', { name: /Calls/ }).first().click();
  },
};

async function toCosts(page: Page) {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Costs' }).click();
  await expect(page.getByRole('heading', { name: 'Costs', level: 1 })).toBeAttached();
}

for (const [address, keys] of [
  ['?statuses=Completed', 20],
  ['?limit=2000', 40],
] as const)
  for (const [name, back] of Object.entries(WAYS))
    test(`from Costs by ${name} to ${address}`, async ({ page }) => {
      await visit(page, address);
      for (let pressed = 0; pressed < keys; pressed++) await page.keyboard.press('j');
      const focused = await page.locator('tr:focus-within').getAttribute('data-call');
      await scrollTo(page, 0.3);
      const before = await place(page);
      await toCosts(page);
      await back(page);
      await interactive(page);
      await expect.poll(() => place(page)).toEqual(before);
      expect(page.url()).toContain(address.replace('?', ''));
      // The keyboard goes on from where it was, though its row may be out of sight.
      await page.keyboard.press('j');
      await page.keyboard.press('k');
      await expect(toRow(page, focused ?? '').getByRole('link')).toBeFocused();
    });

test('a list that is loaded again stays where it was, with the focus on its row', async ({
  page,
}) => {
  await visit(page, '?limit=2000');
  for (let pressed = 0; pressed < 50; pressed++) await page.keyboard.press('j');
  const focused = await page.locator('tr:focus-within').getAttribute('data-call');
  const before = await place(page);
  await reload(page);
  await expect.poll(() => place(page)).toEqual(before);
  await expect(toRow(page, focused ?? '').getByRole('link')).toBeFocused();
});

test('another list starts at its top, and Back leads into the one before', async ({ page }) => {
  await visit(page, '?limit=100');
  await scrollTo(page, 0.5);
  const before = await place(page);
  await facet(page, 'Status').getByText('Completed').click();
  await expectParameter(page, 'statuses', 'Completed');
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => scroller(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
  await page.goBack();
  await expectParameter(page, 'statuses', null);
  await expect.poll(() => place(page)).toEqual(before);
  await paging(page).getByRole('button', { name: 'Next page' }).click();
  await expectParameter(page, 'offset', '100');
  await expect(table(page)).toHaveAttribute('aria-busy', 'false');
  await expect.poll(() => scroller(page).evaluate(({ scrollTop }) => scrollTop)).toBe(0);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('cards, each of its own height, are where they were', async ({ page }) => {
    await visit(page, '?limit=2000');
    await scrollTo(page, 0.4);
    const before = await place(page);
    await toCosts(page);
    await page.goBack();
    await interactive(page);
    await expect.poll(() => place(page)).toEqual(before);
    await reload(page);
    await expect.poll(() => place(page)).toEqual(before);
  });
});

test('with the row of the keyboard out of sight Tab still enters the rows', async ({ page }) => {
  await visit(page, '?limit=2000');
  await page.keyboard.press('j');
  await scrollTo(page, 0.5);
  const { id } = await place(page);
  await expect(toRow(page, id).getByRole('link')).toHaveAttribute('tabindex', '0');
  await table(page)
    .locator('thead :is(button, [tabindex="0"])')
    .evaluateAll((all) => all.findLast((each) => each instanceof HTMLElement)?.focus());
  await page.keyboard.press('Tab');
  await expect(callLinks(page).and(page.locator(':focus'))).toHaveCount(1);
  await expect(page.locator('tr:focus-within')).toBeInViewport();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(drawer(page)).toBeVisible();
});
