import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { expect, it, onTestFinished } from 'vitest';
import { drained, watchServers } from './graceful-shutdown';

const servers = watchServers();

/** A server whose answers take so long; the url to ask. */
async function serverOf(ms: number): Promise<{ server: Server; url: string }> {
  const server = createServer((_, response) => setTimeout(() => response.end('done'), ms));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return { server, url: `http://127.0.0.1:${port}` };
}

it('answers what is in flight, and takes no more', async () => {
  const { server, url } = await serverOf(300);
  const asked = fetch(url);
  await once(server, 'request');
  expect([...servers]).toContain(server);
  const end = drained([server], 5_000);
  await expect(fetch(url)).rejects.toThrow();
  expect(await (await asked).text()).toBe('done');
  expect(await end).toBe(true);
});

it('breaks off what takes too long', async () => {
  const { server, url } = await serverOf(60_000);
  const asked = fetch(url).catch(() => 'broken off');
  await once(server, 'request');
  expect(await drained([server], 100)).toBe(false);
  expect(await asked).toBe('broken off');
});

it('has nothing to wait for where nobody asked', async () => {
  expect(await drained([])).toBe(true);
});
