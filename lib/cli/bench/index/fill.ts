import { statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Call, callSchema } from '@/lib/call/call';
import { openIndex } from '@/lib/server/index/open';
import { quantile } from '../figures';
import { benchPages } from './calls';
import { createScan } from './scan';

const PAGE = 2000;
const UPSERTS = 15;
const FILE = 'callscope.duckdb';

export type Filled = {
  seconds: number;
  bytesPerCall: number;
  /** Milliseconds to take in a page of calls that are known and changed, from its text on. */
  upsert: { p50: number; p95: number };
  scan: ReturnType<typeof createScan>;
  /** An id from the middle. */
  someId: string;
};

type FillOptions = { dataDir: string; account: readonly string[]; calls: number; now: number };

/** Fills an index on disk and, from the same calls, the arrays that it is held to. */
export async function fillIndex({ dataDir, account, calls, now }: FillOptions): Promise<Filled> {
  const store = await openIndex({ dataDir, demo: false, account, onRebuilt: () => undefined });
  const at = new Date(now).toISOString();
  const scan = createScan();
  let [kept, spent, someId] = [0, 0, ''];
  const last: Call[][] = [];
  for (const page of benchPages(calls, now, PAGE)) {
    for (const call of page) scan.add(call);
    const started = performance.now();
    await store.keep({ calls: page, at });
    spent += performance.now() - started;
    kept += page.length;
    if (kept <= calls / 2) someId = page[0]?.id ?? someId;
    if (last.length < UPSERTS) last.push(page);
  }
  const times: number[] = [];
  const schema = z.compile(callSchema);
  for (const page of last) {
    const text = JSON.stringify(page.map((call) => ({ ...call, duration: 1 })));
    const started = performance.now();
    const records = z.array(z.unknown()).parse(JSON.parse(text));
    await store.keep({ calls: records.map((record) => z.parse(schema, record)), at });
    times.push(performance.now() - started);
    await store.keep({ calls: page, at });
  }
  await store.close();
  const bytes = statSync(join(dataDir, FILE)).size;
  return {
    seconds: spent / 1000,
    bytesPerCall: bytes / kept,
    upsert: { p50: quantile(times, 0.5), p95: quantile(times, 0.95) },
    scan,
    someId,
  };
}
