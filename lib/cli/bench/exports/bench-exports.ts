import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { EnvError } from '@/lib/server/boot/env';
import { fillIndex } from '../index/fill';
import { type Latency, latencyOf } from '../index/latency';
import { createTarget, type Target } from '../load';
import { startApp } from '../servers';
import { table } from '../table';

const USUAL_CALLS = 100_000;
const USUAL_EXPORTS = 30;
/** Nobody listens here: the index answers alone. */
const UPSTREAM = { url: 'http://127.0.0.1:9', key: 'bench' };
const ALONE_MS = 5_000;
/** Milliseconds a person looks at an answer before asking for the next. */
const THINK_MS = 50;
const WARM_UP = 20;
/** Milliseconds at p95 that a list and health may take while exports run. */
const TARGET = { list: 150, health: 50 };

const PATHS = {
  list: (round: number) => `/api/calls?limit=50&not_providers=nobody&offset=${(round * 50) % 5000}`,
  health: () => '/api/health',
} as const;
type Asked = Record<keyof typeof PATHS, Latency>;

/** `npm run bench -- exports [calls] [exports]`: what others notice of many exports at once. */
export async function benchExports(calls = USUAL_CALLS, count = USUAL_EXPORTS): Promise<boolean> {
  if (!(calls >= 5000 && Number.isInteger(count) && count >= 1))
    throw new EnvError('Say how many calls (5000 or more) and how many exports: exports 100000 30');
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  try {
    const account = [UPSTREAM.url, '', UPSTREAM.key];
    await fillIndex({ dataDir, account, calls, now: Date.now() });
    return await measureApp(dataDir, calls, count);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measureApp(dataDir: string, calls: number, count: number): Promise<boolean> {
  const app = await startApp({
    DATA_DIR: dataDir,
    HAPPYROBOT_API_URL: UPSTREAM.url,
    HAPPYROBOT_API_KEY: UPSTREAM.key,
  });
  const target = createTarget(app.url);
  try {
    for (let round = 0; round < WARM_UP; round += 1) await target.time(PATHS.list(round));
    const alone = await askWhile(target, wait(ALONE_MS));
    const one = await askWhile(target, exportAll(target, 1));
    const started = performance.now();
    const many = await askWhile(target, exportAll(target, count));
    const seconds = (performance.now() - started) / 1000;
    const isMet = many.list.p95 <= TARGET.list && many.health.p95 <= TARGET.health;
    const row = (name: string, { list, health }: Asked) => [
      name,
      ...[list.p50, list.p95, health.p50, health.p95].map((ms) => ms.toFixed(1)),
    ];
    process.stdout.write(`
Time to the last byte in ms, over ${calls.toLocaleString('en-US')} calls; ${count} exports took ${seconds.toFixed(1)} s.

${table([
  ['', 'list p50', 'p95', 'health p50', 'p95'],
  row('no export', alone),
  row('one export', one),
  row(`${count} exports at once`, many),
])}
The last line is held to ${TARGET.list} ms for lists and ${TARGET.health} ms for health at p95: ${isMet ? 'met' : 'MISSED'}.
`);
    return isMet;
  } finally {
    await target.close();
    await app.stop();
  }
}

function exportAll(target: Target, count: number): Promise<unknown> {
  const path = '/api/calls/export?format=csv';
  return Promise.all(Array.from({ length: count }, () => target.time(path, 'identity')));
}

/** One person reads lists and another looks after the server until something is over. */
async function askWhile(target: Target, something: Promise<unknown>): Promise<Asked> {
  let isOver = false;
  const end = something.finally(() => {
    isOver = true;
  });
  const asking = async (kind: keyof typeof PATHS) => {
    const times: number[] = [];
    for (let round = 0; !isOver; round += 1) {
      times.push(await target.time(PATHS[kind](round)));
      await wait(THINK_MS);
    }
    return latencyOf(times);
  };
  const [list, health] = await Promise.all([asking('list'), asking('health'), end]);
  return { list, health };
}
