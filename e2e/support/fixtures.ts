import { test as base, expect } from '@playwright/test';
import type { Call } from '@/lib/call/call';
import type { DemoControl } from '@/lib/demo/control/control';
import { DEMO_CALL_COUNT, generateCalls } from '@/lib/demo/generate';
import { DEMO_SEED } from '@/lib/demo/server';
import { type Servers, startServers } from './servers';
import { type Trouble, watchTrouble } from './trouble';

type WorkerFixtures = {
  /** Whether the index fills itself; tests that ask for it start with a whole one. */
  sync: boolean;
  /**
   * A name of one's own for specs whose writes stay behind: a call that the index has seen is in it for good. Their
   * servers are shared with nobody else.
   */
  alone: string;
  /** The servers of this worker; all its tests share them. */
  servers: Servers;
  /** All calls of the demo upstream, newest first, made here from the same seed and moment. */
  demoCalls: readonly Call[];
};

type TestFixtures = {
  /** Operates the upstream. Faults and inserted calls are gone after the test. */
  upstream: DemoControl;
  /** Any trouble in the browser that was not declared fails the test. */
  trouble: Trouble;
};

export const test = base.extend<TestFixtures, WorkerFixtures>({
  sync: [false, { scope: 'worker', option: true }],
  alone: ['', { scope: 'worker', option: true }],
  servers: [
    async ({ sync, alone: _ }, use) => {
      const servers = await startServers({ sync });
      if (sync) await indexed(servers.url);
      await use(servers);
      await servers.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  demoCalls: [
    async ({ servers: { now } }, use) =>
      use(generateCalls({ seed: DEMO_SEED, now, count: DEMO_CALL_COUNT })),
    { scope: 'worker' },
  ],
  baseURL: async ({ servers }, use) => use(servers.url),
  upstream: [
    async ({ servers: { control, url } }, use) => {
      await control.clearRequests();
      await use(control);
      await control.clearFaults();
      await control.restoreCalls();
      await recovered(url);
    },
    { auto: true },
  ],
  trouble: [
    async ({ context, servers }, use) => {
      const trouble = watchTrouble(context, servers.url);
      await use(trouble);
      expect(trouble.rest()).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the index has read every call. */
async function indexed(url: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { state, indexed } = await (await fetch(`${url}/api/sync`)).json();
        return state === 'idle' && indexed === DEMO_CALL_COUNT;
      },
      { timeout: 100_000 },
    )
    .toBe(true);
}

/**
 * One answer of the upstream that is right also sets the count of failures in a row back, so that no test inherits
 * them; an answer of the index that stands in for it does not.
 */
async function recovered(url: string): Promise<void> {
  await expect
    .poll(async () => (await (await fetch(`${url}/api/calls?limit=1`)).json()).meta?.source, {
      timeout: 20_000,
    })
    .toBe('live');
}
