import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Call, callSchema } from '@/lib/call/call';
import { openIndex } from '@/lib/server/index/open';
import type { IndexStore } from '@/lib/server/index/store';
import { benchPages } from './calls';
import { type Latency, latencyOf } from './latency';
import { createScan } from './scan';

const PAGE = 2000;
const UPSERTS = 15;
const FILE = 'callscope.duckdb';

export type Filled = {
  calls: number;
  /** To generate all calls and to keep them. */
  seconds: number;
  bytesPerCall: number;
  /** To take in a page of known calls that all have changed, from its text on. */
  changed: Latency;
  /** The same for a page of known calls of which none has changed. */
  unchanged: Latency;
  scan: ReturnType<typeof createScan>;
  /** An id from the middle. */
  someId: string;
};

type FillOptions = { dataDir: string; account: readonly string[]; calls: number; now: number };

const ignore = () => undefined;

/** Fills an index on disk and, from the same calls, the arrays that it is held to. */
export async function fillIndex({ dataDir, account, calls, now }: FillOptions): Promise<Filled> {
  const store = await openIndex({
    dataDir,
    demo: false,
    account,
    onRebuilt: ignore,
    onSetAside: ignore,
  });
  const at = new Date(now).toISOString();
  const scan = createScan();
  let [kept, scanning, someId] = [0, 0, ''];
  const newest: Call[][] = [];
  const started = performance.now();
  for (const page of benchPages(calls, now, PAGE)) {
    scanning += timeOf(() => {
      for (const call of page) scan.add(call);
    });
    await store.keep({ calls: page, at });
    kept += page.length;
    if (kept <= calls / 2) someId = page[0]?.id ?? someId;
    if (newest.length < UPSERTS) newest.push(page);
  }
  const seconds = (performance.now() - started - scanning) / 1000;
  // Packed before anything else is measured: a million calls in plain arrays keep the collector busy.
  scan.pack();
  const { changed, unchanged } = await takeInAgain(store, newest, at);
  await store.close();
  const bytesPerCall = statSync(join(dataDir, FILE)).size / kept;
  return { calls: kept, seconds, bytesPerCall, changed, unchanged, scan, someId };
}

/** Each page with another duration, once more as it is then, and back to what it was. */
async function takeInAgain(store: IndexStore, pages: readonly Call[][], at: string) {
  const schema = z.compile(callSchema);
  const takeIn = async (text: string, changed: number) => {
    const started = performance.now();
    const records = z.array(z.unknown()).parse(JSON.parse(text));
    const kept = await store.keep({ calls: records.map((record) => z.parse(schema, record)), at });
    if (kept.changed !== changed)
      throw new Error(`${kept.changed} calls have changed instead of ${changed}.`);
    return performance.now() - started;
  };
  const times = { changed: [] as number[], unchanged: [] as number[] };
  for (const page of pages) {
    const text = JSON.stringify(page.map((call) => ({ ...call, duration: 1.5 })));
    times.changed.push(await takeIn(text, page.length));
    times.unchanged.push(await takeIn(text, 0));
    await store.keep({ calls: page, at });
  }
  return { changed: latencyOf(times.changed), unchanged: latencyOf(times.unchanged) };
}

function timeOf(run: () => void): number {
  const started = performance.now();
  run();
  return performance.now() - started;
}
