import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, expect, type Page } from '@playwright/test';
import { expectAccessible } from '@/e2e/support/accessible';
import { callLinks, drawer, table } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { type Dashboard, startDashboard, temporaryFolder } from '@/e2e/support/servers';
import { failedAnswer, type Trouble, watchTrouble } from '@/e2e/support/trouble';
import { ROLES, type Role } from '@/lib/auth/roles';
import { formatAccounts } from '@/lib/server/auth/accounts-file';
import { hashPassword } from '@/lib/server/auth/password';

/** A dashboard that people sign in to with a password. */

const PASSWORD = 'correct horse battery staple';
const METRICS_TOKEN = 'token-of-the-metrics';
const FULL_NUMBER = /\+1 ?\d{3}-?\d{3}-?\d{4}/;

let dashboard: Dashboard;
let folder: string;
const usersFile = () => join(folder, 'users');
const emailOf = (role: Role) => `${role}@example.com`;

test.beforeAll(async ({ servers }) => {
  folder = temporaryFolder();
  await writeAccounts(ROLES);
  dashboard = await startDashboard(servers.upstreamUrl, {
    env: {
      AUTH_MODE: 'password',
      AUTH_USERS_FILE: usersFile(),
      SESSION_SECRET: 'a secret of thirty-two bytes, or more',
      METRICS_TOKEN,
    },
  });
});
test.afterAll(async () => {
  await dashboard.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function writeAccounts(roles: readonly Role[]) {
  const hash = await hashPassword(PASSWORD);
  writeFileSync(
    usersFile(),
    formatAccounts(roles.map((role) => ({ email: emailOf(role), role, hash }))),
  );
}

async function stranger(browser: Browser): Promise<{ page: Page; trouble: Trouble }> {
  const context = await browser.newContext({ baseURL: dashboard.url });
  return { page: await context.newPage(), trouble: watchTrouble(context, dashboard.url) };
}

async function fill(page: Page, email: string, password: string) {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('who is not signed in is asked to, is told what was wrong, and comes to where they wanted to go', async ({
  browser,
}) => {
  const { page, trouble } = await stranger(browser);
  await page.goto('/calls?limit=5&type=Inbound');
  await expect(page).toHaveURL(/\/login\?return_to=/);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expectAccessible(page);

  trouble.expect(failedAnswer(401, '/api/session'));
  await fill(page, 'nobody@example.com', PASSWORD);
  await expect(page.getByRole('alert').first()).toContainText('password is wrong');
  await expect(page.getByLabel('E-mail')).toHaveValue('nobody@example.com');

  await fill(page, emailOf('manager').toUpperCase(), PASSWORD);
  await expect(page).toHaveURL(`${dashboard.url}/calls?limit=5&type=Inbound`);
  await expect(table(page)).toContainText(FULL_NUMBER);
  // The next page is fetched ahead: signed out meanwhile, it would be refused.
  await page.waitForLoadState('networkidle');

  await page.getByRole('button', { name: `Signed in as ${emailOf('manager')}, manager` }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${dashboard.url}/login`);
  await page.goto('/costs');
  await expect(page).toHaveURL(/\/login\?return_to=%2Fcosts/);
  expect(trouble.rest()).toEqual([]);
});

test('a viewer sees no number and nothing to write with; who is removed is out at once and loses nothing', async ({
  browser,
}) => {
  const { page, trouble } = await stranger(browser);
  await page.goto('/login?return_to=https://evil.example/');
  await fill(page, emailOf('viewer'), PASSWORD);
  await expect(page).toHaveURL(/\/calls/);
  await expect(table(page)).toContainText('•••');
  expect(await page.content()).not.toMatch(FULL_NUMBER);
  await callLinks(page).first().click();
  await expect(drawer(page)).toContainText('a voice cannot be masked');
  await expect(drawer(page).getByRole('button', { name: 'Play', exact: true })).toHaveCount(0);
  await drawer(page).getByRole('tab', { name: 'Notes' }).click();
  await expect(drawer(page).getByRole('tabpanel')).toContainText(/\w/);
  await expect(drawer(page).getByRole('textbox')).toHaveCount(0);

  await writeAccounts(['manager']);
  trouble.expect(failedAnswer(401));
  await drawer(page).getByRole('tab', { name: 'Transcript' }).click();
  await expect(page.getByText('You are signed out')).toBeVisible();
  await expect(drawer(page)).toBeVisible();
  await writeAccounts(ROLES);
  expect(trouble.rest()).toEqual([]);
});

test('machines are told without signing in whether all is well, and what was counted if they have the token', async () => {
  const ask = (path: string, token?: string) =>
    fetch(dashboard.url + path, { headers: token ? { authorization: `Bearer ${token}` } : {} });
  const ready = await ask('/api/ready');
  expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  for (const token of [undefined, 'another'])
    expect((await ask('/api/metrics', token)).status).toBe(401);
  const metrics = await ask('/api/metrics', METRICS_TOKEN);
  expect(metrics.headers.get('content-type')).toContain('text/plain');
  const text = await metrics.text();
  expect(text).toMatch(/^callscope_http_requests_total\{.*\/api\/ready.*\} 1$/m);
  expect(text).toMatch(/^callscope_index_calls \d+$/m);
});
