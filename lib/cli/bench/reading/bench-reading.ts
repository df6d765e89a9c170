import * as z from 'zod';
import { callRowSchema, callSchema } from '@/lib/call/call';
import { table } from '@/lib/cli/bench/table';
import { generateCalls } from '@/lib/demo/generate';
import { oddRecord } from '@/lib/demo/odd/odd-records';
import { readPage } from '@/lib/server/upstream/classic/records';
import { isDeeperThan } from '@/lib/server/upstream/reading/depth';
import { withoutSecrets } from '@/lib/server/upstream/reading/secrets';

/**
 * `npm run bench -- reading`: how long it takes to read a page of the largest size field by field, beside a reading of
 * the same page that only accepts or refuses whole records. Both take turns in one run.
 */

const CALLS = 2000;
const ROUNDS = 60;
const WARM_UP_ROUNDS = 20;
const MOST_SLOWER = 1.1;
const MAX_DEPTH = 64;

const strict = z.compile(
  z.looseObject({ ...callSchema.shape, use_case: callRowSchema.shape.use_case }),
);

/** Whole records or nothing. */
function readStrictly(records: readonly unknown[]): number {
  const calls = new Map<string, unknown>();
  for (const record of records) {
    const outcome = z.safeParse(strict, record);
    if (!outcome.success || isDeeperThan(MAX_DEPTH, outcome.data)) continue;
    calls.set(outcome.data.id, withoutSecrets(outcome.data));
  }
  return calls.size;
}

function readByField(records: readonly unknown[]): number {
  return readPage({ calls: records, count: records.length }).calls.length;
}

export function benchReading(): boolean {
  const seed = 'callscope-bench';
  const calls = generateCalls({ seed, now: Date.UTC(2026, 10, 20), count: CALLS });
  const plain: unknown[] = JSON.parse(JSON.stringify(calls));
  const odd: unknown[] = JSON.parse(JSON.stringify(calls.map(oddRecord)));
  const times = { strict: [] as number[], plain: [] as number[], odd: [] as number[] };
  for (let round = 0; round < ROUNDS + WARM_UP_ROUNDS; round += 1) {
    const measured = {
      strict: timed(() => readStrictly(plain)),
      plain: timed(() => readByField(plain)),
      odd: timed(() => readByField(odd)),
    };
    if (round < WARM_UP_ROUNDS) continue;
    times.strict.push(measured.strict);
    times.plain.push(measured.plain);
    times.odd.push(measured.odd);
  }
  const ratio = median(times.plain) / median(times.strict);
  const isMet = ratio <= MOST_SLOWER;
  const row = (name: string, each: readonly number[]) => [name, median(each).toFixed(2)];
  process.stdout.write(`
A page of ${CALLS} calls, parsed already, is read in so many ms (median of ${ROUNDS}):

${table([
  ['', 'ms'],
  row('whole records or nothing', times.strict),
  row('field by field', times.plain),
  row('field by field, every call odd', times.odd),
])}
Field by field takes ×${ratio.toFixed(2)} of it; at most ×${MOST_SLOWER}: ${isMet ? 'met' : 'MISSED'}.
`);
  return isMet;
}

function timed(read: () => number): number {
  const started = performance.now();
  if (read() !== CALLS) throw new Error('A call is missing.');
  return performance.now() - started;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
