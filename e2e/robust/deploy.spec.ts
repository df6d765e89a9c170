import { expect, type Page, type Request } from '@playwright/test';
import { callLinks, drawer, interactive, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';

/** A tab that was open while the server was updated: the code it has not fetched yet is gone. */

const CODE = '**/_next/static/chunks/*.js*';
/** What the browser's console is told of a part that failed. */
const NAMED = /ChunkLoadError: Code of the page/;
const ADDRESS = '?statuses=Completed&limit=25';
const failure = (page: Page) => page.getByRole('alert').filter({ hasText: 'could not be loaded' });
const openHelp = (page: Page) => page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
const help = (page: Page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' });

/** Counts the documents that the page loads from now on. */
function documents(page: Page): () => number {
  let count = 0;
  page.on('request', (request) => {
    if (request.isNavigationRequest()) count += 1;
  });
  return () => count;
}

/** What is asked for from now on is not there; with `mended` only until the page is loaded again. */
async function lose(page: Page, { mended }: { mended: boolean }) {
  let gone = true;
  page.on('request', (request) => {
    if (mended && request.isNavigationRequest()) gone = false;
  });
  await page.route(CODE, (route) => (gone ? route.fulfill({ status: 404 }) : route.fallback()));
}

test('a page whose code is gone loads itself again, once, with address and draft', async ({
  page,
  demoCalls,
  trouble,
}) => {
  trouble.expect(/status of 404.*_next/);
  const call = demoCalls.find(({ status }) => status === 'Completed')?.id ?? '';
  await visit(page, `${ADDRESS}&call=${call}&tab=notes`);
  await drawer(page).getByRole('textbox').first().fill('half a thought, "quoted" 😀');
  const loaded = documents(page);
  await lose(page, { mended: true });
  await openHelp(page);
  await expect.poll(loaded).toBe(1);
  await interactive(page);
  await expect(drawer(page).getByRole('textbox').first()).toHaveValue(
    'half a thought, "quoted" 😀',
  );
  expect(page.url()).toContain(ADDRESS);
  await expect(failure(page)).toBeHidden();
  expect(loaded()).toBe(1);
});

test('where loading the page again does not help it says so, and Try again fetches the part', async ({
  page,
  trouble,
}) => {
  trouble.expect(/status of 404.*_next/, NAMED);
  await visit(page, ADDRESS);
  const part = await scriptsOf(page, () =>
    openHelp(page).then(() => expect(help(page)).toBeVisible()),
  );
  await visit(page, ADDRESS);
  const loaded = documents(page);
  const isPart = (url: URL) => part.includes(url.pathname);
  await page.route(isPart, (route) => route.fulfill({ status: 404 }));
  await openHelp(page);
  await expect.poll(loaded).toBe(1);
  await interactive(page);
  await openHelp(page);
  await expect(failure(page)).toContainText('loading the page again did not help');
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(failure(page)).toBeVisible();
  await page.unroute(isPart);
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(help(page)).toBeVisible();
  await expect(failure(page)).toBeHidden();
  expect(loaded()).toBe(1);
});

test('while nobody answers the page stays, and the part comes when asked for again', async ({
  page,
  trouble,
}) => {
  trouble.expect(/ERR_CONNECTION_REFUSED/, NAMED);
  await visit(page, ADDRESS);
  const loaded = documents(page);
  await page.route('**/*', (route) => route.abort('connectionrefused'));
  await openHelp(page);
  await expect(failure(page)).toContainText('Callscope does not answer');
  await expect(callLinks(page).first()).toBeVisible();
  await page.unroute('**/*');
  await failure(page).getByRole('button', { name: 'Try again' }).click();
  await expect(help(page)).toBeVisible();
  expect(loaded()).toBe(0);
});

/** The scripts that an act makes the page fetch. */
async function scriptsOf(page: Page, act: () => Promise<unknown>): Promise<string[]> {
  const paths: string[] = [];
  const note = (request: Request) => {
    if (request.resourceType() === 'script') paths.push(new URL(request.url()).pathname);
  };
  page.on('request', note);
  await act();
  page.off('request', note);
  return paths;
}
