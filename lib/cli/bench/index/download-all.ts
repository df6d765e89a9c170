import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import type { Call } from '@/lib/call/call';
import { startDemo } from '@/lib/cli/serve/demo-process';
import { ROOT } from '@/lib/cli/steps.mjs';
import { openIndex } from '@/lib/server/index/open';
import { createTarget, type Target } from '../load';
import { startApp } from '../servers';
import { latencyOf } from './latency';
import { createScan } from './scan';

const PAGE = 2000;
const ROUNDS = 5;
const LEAST = 20;

const pageSchema = z.object({
  calls: z.array(z.custom<Call>((call) => typeof call === 'object' && call !== null)),
  count: z.number(),
});

const ignore = () => undefined;

/** What people do without an index, to know their facets: download all pages and count. Over the demo's calls. */
export async function compareWithDownload() {
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  const demo = await startDemo(ROOT);
  const upstream = createTarget(demo.url, { authorization: `Bearer ${demo.key}` });
  try {
    const account = [demo.url, '', demo.key];
    const store = await openIndex({
      dataDir,
      demo: false,
      account,
      onRebuilt: ignore,
      onSetAside: ignore,
    });
    const calls = await downloadAll(upstream);
    for (let start = 0; start < calls.length; start += PAGE)
      await store.keep({
        calls: calls.slice(start, start + PAGE),
        at: new Date().toISOString(),
      });
    await store.close();
    const download = await times(async () => {
      const scan = createScan();
      for (const call of await downloadAll(upstream)) scan.add(call);
      scan.facets();
    });
    const app = await startApp({
      DATA_DIR: dataDir,
      HAPPYROBOT_API_URL: demo.url,
      HAPPYROBOT_API_KEY: demo.key,
    });
    const target = createTarget(app.url);
    const facets = await times(() => target.time('/api/facets'));
    await target.close();
    await app.stop();
    const ratio = download / facets;
    const isMet = ratio >= LEAST;
    process.stdout.write(
      `\nFacets of ${calls.length.toLocaleString('en-US')} calls: ${facets.toFixed(1)} ms; to download all pages of ${PAGE} from the upstream and count takes ${download.toFixed(0)} ms, ×${ratio.toFixed(0)} of it. At least ×${LEAST}: ${isMet ? 'met' : 'MISSED'}.\n`,
    );
    return { name: 'download and reduce', measured: String(ratio), target: String(LEAST), isMet };
  } finally {
    await upstream.close();
    demo.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function downloadAll(upstream: Target): Promise<Call[]> {
  const calls: Call[] = [];
  let count = Number.POSITIVE_INFINITY;
  while (calls.length < count) {
    const path = `/calls?limit=${PAGE}&skip=${calls.length}`;
    const page = pageSchema.parse(await upstream.read(path));
    if (page.calls.length === 0) throw new Error(`${path} has no calls.`);
    calls.push(...page.calls);
    count = page.count;
  }
  return calls;
}

/** Milliseconds at p50, after one time that does not count. */
async function times(run: () => Promise<unknown>): Promise<number> {
  await run();
  const measured: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now();
    await run();
    measured.push(performance.now() - started);
  }
  return latencyOf(measured).p50;
}
