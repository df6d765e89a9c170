import { expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';
import { startDashboard } from '@/e2e/support/servers';

/** What a container does to a server that is replaced: SIGTERM, while people wait for answers. */

test('requests in flight are answered, then the index is closed, then the process ends', async ({
  servers: { control, upstreamUrl },
}) => {
  const dashboard = await startDashboard(upstreamUrl, { sync: true });
  const indexed = async () => (await (await fetch(`${dashboard.url}/api/sync`)).json()).indexed;
  await expect.poll(indexed, { timeout: 30_000 }).toBeGreaterThan(0);

  await control.setFaults({ kind: 'delay', ms: 2_000, match: { query: 'limit=7' } });
  const asked = fetch(`${dashboard.url}/api/calls?limit=7`);
  // From the index and the upstream alike: both must be there until the last answer has gone.
  const searched = fetch(`${dashboard.url}/api/calls/export?format=jsonl`);
  await expect
    .poll(async () => (await control.requests()).some(({ path }) => path.includes('limit=7')))
    .toBe(true);
  const ended = dashboard.stop();
  await expect
    .poll(() =>
      fetch(`${dashboard.url}/api/health`).then(
        ({ ok }) => ok,
        () => 'refused',
      ),
    )
    .toBe('refused');

  const answer = await asked;
  expect(answer.status).toBe(200);
  expect((await answer.json()).calls).toHaveLength(7);
  expect((await searched).status).toBe(200);
  expect((await (await searched).text()).length).toBeGreaterThan(0);
  expect(await ended).toBe(0);

  const lines = dashboard.logs().split('\n');
  const last = (part: string) => lines.findLastIndex((line) => line.includes(part));
  expect(last('the index is closed')).toBeGreaterThan(last('"path":"/api/calls"'));
  expect(lines.filter((line) => /"level":"(warn|error)"/.test(line))).toEqual([]);
});

test('a process that nobody has asked anything ends as well', async ({
  servers: { upstreamUrl },
}) => {
  const dashboard = await startDashboard(upstreamUrl);
  const from = performance.now();
  expect(await dashboard.stop()).toBe(0);
  expect(performance.now() - from).toBeLessThan(5_000);
  expect(dashboard.logs()).toContain('the index is closed');
});
