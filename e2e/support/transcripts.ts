import { expect } from '@playwright/test';
import type { Call } from '@/lib/call/call';
import { generateCalls } from '@/lib/demo/generate';
import { DEMO_SEED } from '@/lib/demo/server';
import { test as base } from './fixtures';
import { type Servers, startServers } from './servers';

/** What specs share that need what was said on the calls. */

const CALLS = 1200;

/** With servers that read transcripts too, of fewer calls. */
export const test = base.extend<object, { servers: Servers; demoCalls: readonly Call[] }>({
  servers: [
    async ({ browserName: _ }, use) => {
      const servers = await startServers({ sync: true, transcripts: true, calls: CALLS });
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  demoCalls: [
    async ({ servers: { now } }, use) => use(generateCalls({ seed: DEMO_SEED, now, count: CALLS })),
    { scope: 'worker' },
  ],
});

/** Waits until every transcript was read. */
export async function allRead(url: string): Promise<void> {
  const transcripts = async () => (await (await fetch(`${url}/api/sync`)).json()).transcripts;
  await expect.poll(transcripts, { timeout: 45_000 }).toMatchObject({ state: 'idle' });
}
