import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvError } from '@/lib/server/boot/env';
import { usualMemory } from '@/lib/server/index/engine/engine-memory';
import { createTarget } from '../load';
import { startApp } from '../servers';
import { table } from '../table';
import { compareWithDownload } from './download-all';
import { type Filled, fillIndex } from './fill';
import { type Latency, latencyOf } from './latency';
import { ask, exportAll, mixedLoad } from './measure';
import type { IndexQuestion } from './question';
import { indexQuestions } from './questions';
import { type FilledTranscripts, fillTranscripts } from './transcripts';

const USUAL_CALLS = 100_000;
const MOST_CALLS = 5_000_000;
/** Nobody listens here: the index answers alone, as it does when HappyRobot is down. */
const UPSTREAM = { url: 'http://127.0.0.1:9', key: 'bench' };
const WATCH = fileURLToPath(new URL('./watch-loop.mjs', import.meta.url));

type Verdict = { name: string; measured: string; target: string; isMet: boolean };

/** `npm run bench -- index [calls]`. True when every target is met. */
export async function benchIndex(calls = USUAL_CALLS): Promise<boolean> {
  if (!Number.isInteger(calls) || calls < 1000 || calls > MOST_CALLS)
    throw new EnvError('The number of calls must be from 1000 to 5000000, for example 1000000.');
  const dataDir = mkdtempSync(join(tmpdir(), 'callscope-bench-'));
  const now = Date.now();
  try {
    const account = [UPSTREAM.url, '', UPSTREAM.key];
    const filled = await fillIndex({ dataDir, account, calls, now });
    const rate = Math.round(calls / filled.seconds).toLocaleString('en-US');
    print(`${calls.toLocaleString('en-US')} calls kept in the index, ${rate} calls/s.\n\n`);
    const said = await fillTranscripts({ dataDir, account });
    const questions = indexQuestions(calls, filled.someId, now);
    const verdicts = await measureApp({ dataDir, filled, said, questions });
    verdicts.push(await compareWithDownload());
    return verdicts.every(({ isMet }) => isMet);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Measured = {
  dataDir: string;
  filled: Filled;
  said: FilledTranscripts;
  questions: IndexQuestion[];
};

async function measureApp({ dataDir, filled, said, questions }: Measured): Promise<Verdict[]> {
  const app = await startApp(
    { DATA_DIR: dataDir, HAPPYROBOT_API_URL: UPSTREAM.url, HAPPYROBOT_API_KEY: UPSTREAM.key },
    [WATCH],
  );
  const target = createTarget(app.url);
  try {
    const answers: { question: IndexQuestion; latency: Latency }[] = [];
    for (const question of questions)
      answers.push({ question, latency: await ask(target, question) });
    const loop = await mixedLoad(app, target, questions);
    const exported = await exportAll(app, target);
    const verdicts = [
      ...answers.map(({ question, latency }) => timed(question.name, latency, question.target)),
      timed('2,000 known calls taken in, all changed', filled.changed, 150),
      timed('2,000 known calls taken in, none changed', filled.unchanged, 150),
      plain('generating and keeping all, seconds', filled.seconds, (120 * filled.calls) / 1e6),
      ...scanned(filled, answers),
      timed('200 transcripts taken in', said.takenIn, 250),
      plain('bytes a transcript on disk', said.bytesEach, 700),
      ...walked(said, answers),
      plain('export as CSV, seconds', exported.seconds, 15),
      // Robust comes before small: what the engine may hold, and the rest of the process.
      plain('memory while exporting, MB', exported.rss / 1e6, usualMemory() + 350),
      plain('bytes a call on disk', filled.bytesPerCall, 500),
      plain('event loop late under 16 clients, ms at p99', loop, 50),
    ];
    print(
      table([
        ['', 'measured', 'target', ''],
        ...verdicts.map(({ name, measured, target: most, isMet }) => [
          name,
          measured,
          most,
          isMet ? 'met' : 'MISSED',
        ]),
      ]),
    );
    return verdicts;
  } finally {
    await target.close();
    await app.stop();
  }
}

const SCANS = 9;

/** Facets against the walk through typed arrays that holds the same calls. */
function scanned(
  { scan }: Filled,
  answers: { question: IndexQuestion; latency: Latency }[],
): Verdict[] {
  const cases = [
    ['facets, unfiltered', {}],
    ['facets, filtered', { type: 'Inbound', statuses: 'Completed' }],
  ] as const;
  return cases.map(([name, chosen]) => {
    const times = Array.from({ length: SCANS }, () => {
      const started = performance.now();
      scan.facets(chosen);
      return performance.now() - started;
    });
    const floor = latencyOf(times).p50;
    const latency = answers.find(({ question }) => question.name === name)?.latency.p50;
    const ratio = (latency ?? Number.POSITIVE_INFINITY) / floor;
    return {
      name: `${name}, times a scan of arrays (${floor.toFixed(1)} ms)`,
      measured: `×${ratio.toFixed(1)}`,
      target: '×3.0',
      isMet: ratio <= 3,
    };
  });
}

/** A phrase against a walk through the texts of all calls. */
function walked(
  { walk }: FilledTranscripts,
  answers: { question: IndexQuestion; latency: Latency }[],
): Verdict[] {
  const latency = answers.find(({ question }) => question.name === 'said: a phrase')?.latency.p50;
  const ratio = (latency ?? Number.POSITIVE_INFINITY) / walk;
  return [
    {
      name: `said: a phrase, times a walk through all texts (${walk.toFixed(1)} ms)`,
      measured: `×${ratio.toFixed(2)}`,
      target: '×1.0',
      isMet: ratio <= 1,
    },
  ];
}

function timed(name: string, { p50, p95 }: Latency, most: number): Verdict {
  return {
    name: `${name}, ms at p50 and p95`,
    measured: `${p50.toFixed(1)} ${p95.toFixed(1)}`,
    target: String(most),
    isMet: p95 <= most,
  };
}

function plain(name: string, value: number, most: number): Verdict {
  return { name, measured: value.toFixed(1), target: String(most), isMet: value <= most };
}

function print(text: string): void {
  process.stdout.write(text);
}
