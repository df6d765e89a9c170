import { expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';

test('a recording comes in ranges over HTTP, and is no longer fetched when nobody listens', async ({
  request,
  baseURL,
  demoCalls,
  upstream,
}) => {
  const recorded = demoCalls.find(
    ({ metadata, duration }) => metadata?.recording_sid && Number(duration) > 60,
  );
  const url = `/api/calls/${recorded?.id}/recording`;
  const part = await request.get(url, { headers: { range: 'bytes=0-3' } });
  expect([part.status(), await part.text()]).toEqual([206, 'RIFF']);
  expect(part.headers()).toMatchObject({
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'content-range': expect.stringMatching(/^bytes 0-3\/\d+$/),
    'content-type': 'audio/wav',
    'x-content-type-options': 'nosniff',
  });
  const head = await request.head(url);
  expect([head.status(), head.headers()['content-type']]).toEqual([200, 'audio/wav']);
  const beyond = await request.get(url, { headers: { range: 'bytes=999999999-' } });
  expect(beyond.status()).toBe(416);

  await upstream.setFaults({
    kind: 'slow_drip',
    bytes: 500,
    ms: 20,
    match: { path: '/recordings/' },
  });
  await upstream.clearRequests();
  const leaving = new AbortController();
  const response = await fetch(new URL(url, baseURL), { signal: leaving.signal });
  await response.body?.getReader().read();
  leaving.abort();
  await expect
    .poll(async () => (await upstream.requests()).map(({ aborted }) => aborted))
    .toEqual([true]);
});
