import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished, vi } from 'vitest';
import { GET as readFacets } from '@/app/api/facets/route';
import { GET as readSync } from '@/app/api/sync/route';
import { createDemoControl } from '@/lib/demo/control/control';
import { startDemoUpstream } from '@/lib/demo/server';
import { container } from '@/lib/server/boot/container';
import { GET as readCalls } from './calls/route';

/** Must be in no answer and in no line of the log. */
export const CANARY_KEY = 'canary-key-0b7e41c9d2';
/** As many as a page has: a fault of one page is a fault of the whole account. */
export const CALLS = 50;
/** No question may take longer than this. */
export const BOUND_MS = 4_000;

/** An address that DNS does not know: the domain is reserved for that. */
export const NOWHERE = 'https://callscope.invalid/api/v1';

const routes = { '/api/calls': readCalls, '/api/facets': readFacets, '/api/sync': readSync };

/** The server's own parts over a demo upstream and an index on disk; everything is gone when the test is. */
export async function startWorld(lines: string[], boundMs = BOUND_MS) {
  const options = { calls: CALLS, control: true, apiKey: CANARY_KEY };
  let demo = await startDemoUpstream(options);
  const { url, port } = demo;
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-faults-'));
  let running = begin(url, dataDir, boundMs);
  onTestFinished(async () => {
    await end(running);
    await demo.close();
    rmSync(dataDir, { recursive: true, force: true });
  });
  return {
    control: createDemoControl(url),
    /** What the server logged since the last time. */
    logged: () => lines.splice(0).join(''),
    sync: () => running.sync,
    store: () => running.index.store(),
    async stopUpstream() {
      await demo.close();
    },
    async startUpstream() {
      demo = await startDemoUpstream({ ...options, port });
    },
    /** Another start of the server, with another address of the upstream or another index. */
    async restart(at: string, folder = dataDir) {
      await end(running);
      running = begin(at, folder, boundMs);
    },
    url,
  };
}

function begin(url: string, dataDir: string, boundMs: number) {
  vi.stubEnv('HAPPYROBOT_API_URL', url);
  vi.stubEnv('HAPPYROBOT_API_KEY', CANARY_KEY);
  vi.stubEnv('HAPPYROBOT_TIMEOUT', String(boundMs / 1000));
  vi.stubEnv('DATA_DIR', dataDir);
  // What is read in the background would meet the faults first; sync/transcripts.test.ts has its own.
  vi.stubEnv('SYNC_TRANSCRIPTS', 'off');
  vi.stubEnv('LOG_LEVEL', 'debug');
  return container();
}

async function end({ sync, index, upstream }: ReturnType<typeof container>): Promise<void> {
  await sync.stop();
  await upstream.close();
  await index.close();
  Reflect.deleteProperty(globalThis, Symbol.for('callscope.container'));
}

/** Asks one of our routes, as the server would; the answer and how long it took. */
export async function ask(path: keyof typeof routes, query = '') {
  const started = performance.now();
  const request = new Request(`http://127.0.0.1${path}${query}`);
  const response = await routes[path](request, { params: Promise.resolve({}) });
  const text = await response.text();
  return { status: response.status, text, ms: performance.now() - started };
}
