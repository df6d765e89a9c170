import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { callLinks, drawer, facet, interactive } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { type Meddling, meddle, meddleNow } from '@/e2e/support/meddling';
import { type Dashboard, startDashboard, temporaryFolder } from '@/e2e/support/servers';
import { watchTrouble } from '@/e2e/support/trouble';
import { formatAccounts } from '@/lib/server/auth/accounts-file';
import { hashPassword } from '@/lib/server/auth/password';

/** Pages stay whole and usable whatever else lives in the browser. */

test.use({ sync: true });

let guarded: Dashboard;
let folder: string;

test.beforeAll(async ({ servers }) => {
  folder = temporaryFolder();
  const file = join(folder, 'users');
  const hash = await hashPassword('correct horse battery staple');
  writeFileSync(file, formatAccounts([{ email: 'manager@example.com', role: 'manager', hash }]));
  guarded = await startDashboard(servers.upstreamUrl, {
    env: {
      AUTH_MODE: 'password',
      AUTH_USERS_FILE: file,
      SESSION_SECRET: 'a secret of thirty-two bytes, or more',
    },
  });
});
test.afterAll(async () => {
  await guarded.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A page that asks for nothing is drawn in one go: there is less for a meddler to get between. */
type Visit = {
  path: string;
  signIn?: boolean;
  still?: boolean;
  use: (page: Page) => Promise<void>;
};

const PAGES: Record<string, Visit> = {
  'the sign-in page': {
    path: '/login',
    signIn: true,
    async use(page) {
      await page.getByLabel('Password', { exact: true }).fill('wrong');
      await page.getByRole('button', { name: 'Show password' }).click();
      await expect(page.getByRole('button', { name: 'Hide password' })).toBeVisible();
      await page.getByRole('button', { name: 'Hide password' }).click();
    },
  },
  'the list': {
    path: '/calls?limit=5',
    async use(page) {
      await interactive(page);
      await expect(callLinks(page)).toHaveCount(5);
      const type = facet(page, 'Type').getByRole('checkbox', { name: 'Inbound' });
      await type.click();
      await expect(page).toHaveURL(/type=Inbound/);
      await type.click();
      await expect(page).not.toHaveURL(/type=Inbound/);
      await expect(callLinks(page)).toHaveCount(5);
    },
  },
  'the drawer': {
    path: '/calls?limit=5&call=FIRST&tab=transcript',
    async use(page) {
      await expect(drawer(page)).toBeVisible();
      for (const tab of ['Raw', 'Transcript']) {
        const button = drawer(page).getByRole('tab', { name: tab });
        await button.click();
        await expect(button).toHaveAttribute('aria-selected', 'true');
        await expect(drawer(page).getByRole('tabpanel')).toContainText(/\w/);
      }
    },
  },
  'the cost page': {
    path: '/costs?from=-7d',
    async use(page) {
      const figure = page.getByRole('figure', { name: 'Cost over time' });
      const asTable = figure.getByRole('button', { name: 'Show as table' });
      await asTable.click();
      await expect(figure.getByRole('table')).toBeVisible();
      await asTable.click();
      await expect(figure.getByRole('table')).toBeHidden();
    },
  },
  'the help': {
    path: '/help',
    still: true,
    async use(page) {
      await expect(page.getByRole('heading', { name: 'Help', level: 1 })).toBeVisible();
      await page.getByRole('link', { name: 'Keys' }).click();
      await expect(page.getByRole('heading', { name: 'Keys' })).toBeInViewport();
    },
  },
  'the reference of the API': {
    path: '/api-reference',
    still: true,
    async use(page) {
      // What is unfolded before React has drawn the page anew is folded again.
      await expect(page.getByRole('button', { name: 'Say who reviews' })).toBeVisible();
      const health = page.locator('#getHealth');
      const answer = health.getByText('Answer 200');
      const field = health.getByRole('listitem').filter({ hasText: 'status' });
      await answer.click();
      await expect(field).toBeVisible();
      await answer.click();
      await expect(field).toBeHidden();
    },
  },
  'the page that is not there': {
    path: '/nowhere',
    still: true,
    async use(page) {
      await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
      const dark = page.getByRole('button', { name: /theme/i }).first();
      const before = await dark.getAttribute('aria-label');
      await dark.click();
      await expect(dark).not.toHaveAttribute('aria-label', before ?? '');
    },
  },
};

/**
 * React's word that it drew the page anew; the browser's that a page that is not there is not, and that it looked for
 * an icon while React put the link to ours in place.
 */
const HARMLESS = /Minified React error #4(18|2[135])\b|status of 404.*\/(nowhere|favicon\.ico)\)/;

/** Each manner comes before React does and after it, the commonest one alone: what React does about it differs. */
const MEDDLERS: Meddling[] = [
  { what: ['beside'], when: 'DOMContentLoaded' },
  { what: ['beside', 'attributes', 'edges'], when: 'always' },
  { what: ['attributes', 'edges'], when: 'parsing' },
  { what: ['around'], when: 'DOMContentLoaded' },
  { what: ['around', 'beside'], when: 'load' },
  { what: ['removed'], when: 'DOMContentLoaded' },
];

const ROUGHEST = MEDDLERS.filter(({ what, when }) => when === 'always' || what.includes('removed'));

for (const [name, visit] of Object.entries(PAGES)) {
  test(`${name} survives a browser that meddles`, async ({ browser, servers, demoCalls }) => {
    const url = visit.signIn ? guarded.url : servers.url;
    const path = visit.path.replace('FIRST', demoCalls[0]?.id ?? '');
    const context = await browser.newContext({ baseURL: url });
    const trouble = watchTrouble(context, url);
    for (const meddling of visit.still ? ROUGHEST : MEDDLERS) {
      await test.step(`${meddling.what.join(' and ')}, ${meddling.when}`, async () => {
        const page = await context.newPage();
        await meddle(page, meddling);
        await page.goto(path);
        await visit.use(page);
        await meddleNow(page, meddling.what);
        await visit.use(page);
        expect(await page.locator('#last-resort').count()).toBe(0);
        await page.close();
      });
    }
    expect(trouble.rest().filter((line) => !HARMLESS.test(line))).toEqual([]);
    await context.close();
  });
}

test('a browser of other language, clock and without storage draws what the server drew', async ({
  browser,
  servers,
  demoCalls,
}) => {
  for (const visit of Object.values(PAGES)) {
    const url = visit.signIn ? guarded.url : servers.url;
    const context = await browser.newContext({
      baseURL: url,
      locale: 'ar-EG',
      timezoneId: 'Asia/Kathmandu',
    });
    const trouble = watchTrouble(context, url);
    const page = await context.newPage();
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Access is denied', 'SecurityError');
          },
        });
    });
    await page.goto(visit.path.replace('FIRST', demoCalls[0]?.id ?? ''));
    await visit.use(page);
    expect(
      trouble.rest().filter((line) => !/status of 404.*\/nowhere\)/.test(line)),
      visit.path,
    ).toEqual([]);
    await context.close();
  }
});
