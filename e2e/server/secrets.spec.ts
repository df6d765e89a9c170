import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from '@playwright/test';
import { callLinks, drawer, visit } from '@/e2e/support/calls-page';
import { test } from '@/e2e/support/fixtures';
import { CANARY_KEY } from '@/e2e/support/servers';

const STATIC = fileURLToPath(new URL('../../.next/static', import.meta.url));

/** The key, and what the hooks of the demo's use cases hold. */
const SECRETS = [CANARY_KEY, 'demo-hook-secret-', 'whsec_demo_', 'demo-events-key-'];

function expectClean(text: string, where: string) {
  for (const secret of SECRETS) expect(text.includes(secret), `${secret} in ${where}`).toBe(false);
}

test('neither the key nor a hook is in anything the browser receives', async ({ page }) => {
  const bodies: Promise<[string, string]>[] = [];
  page.on('response', (response) => {
    const head = JSON.stringify(response.headers());
    const text = response.text().catch(() => '');
    bodies.push(text.then((body) => [response.url(), `${head}\n${body}`]));
  });
  await visit(page);
  await callLinks(page).first().click();
  for (const tab of ['Notes', 'Costs', 'Raw']) {
    await drawer(page).getByRole('tab', { name: tab }).click();
    await expect(drawer(page).getByRole('tab', { name: tab })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  }
  await expect(drawer(page).getByRole('tabpanel')).toContainText('"extract_with_ai"');
  expectClean(await page.content(), 'the page');
  const received = await Promise.all(bodies);
  expect(received.length).toBeGreaterThan(5);
  for (const [url, body] of received) expectClean(body, url);
});

test('neither is in any answer of the API, right or wrong', async ({ request, upstream }) => {
  const list = await request.get('/api/calls?limit=2000');
  expectClean(await list.text(), 'the list');
  const [{ id }] = (await list.json()).calls;
  expectClean(await (await request.get(`/api/calls/${id}`)).text(), 'the call');

  const leaking = { message: `Invalid key ${CANARY_KEY}`, authorization: `Bearer ${CANARY_KEY}` };
  await upstream.setFaults(
    { kind: 'status', status: 401, body: leaking, times: 1 },
    { kind: 'status', status: 400, body: leaking, times: 1 },
    { kind: 'status', status: 422, body: `not JSON, ${CANARY_KEY}`, times: 1 },
    { kind: 'redirect', location: `https://evil.example/?key=${CANARY_KEY}`, times: 1 },
    { kind: 'bad_record', record: { id: CANARY_KEY, type: CANARY_KEY }, times: 1 },
    { kind: 'html', times: 1 },
  );
  for (let fault = 0; fault < 6; fault++) {
    const answer = await request.get(`/api/calls?offset=0&limit=${fault + 1}`);
    expectClean(JSON.stringify(answer.headers()) + (await answer.text()), `answer ${fault}`);
  }
});

test('no file of the build holds the key, and no log line either', async ({
  page,
  request,
  servers,
  upstream,
}) => {
  await visit(page, '?search=quiet-words-of-a-customer');
  // An empty list asks once more: what it would offer must be there before the upstream fails.
  await expect(page.getByRole('button', { name: /^Remove Search and show/ })).toBeVisible();
  await upstream.setFaults({ kind: 'status', status: 401, body: { message: CANARY_KEY } });
  expect((await request.get('/api/calls?search=quiet-words-of-a-customer')).status()).toBe(502);
  const log = servers.logs();
  expect(log).toContain('"code":"upstream_unauthorized"');
  expectClean(log, 'the log');
  expect(log).not.toContain('quiet-words');

  const files = await readdir(STATIC, { recursive: true, withFileTypes: true });
  const texts = files.filter((file) => file.isFile() && /\.(js|css|map|json)$/.test(file.name));
  expect(texts.length).toBeGreaterThan(5);
  for (const { parentPath, name } of texts)
    expectClean(await readFile(join(parentPath, name), 'utf8'), name);
});

test('the upstream is asked with the key, by GET and, on this machine, for nothing packed', async ({
  request,
  upstream,
}) => {
  await request.get('/api/calls?limit=1');
  const [asked] = await upstream.requests();
  expect(asked).toMatchObject({
    method: 'GET',
    headers: { authorization: 'right', 'accept-encoding': 'identity' },
  });
});
