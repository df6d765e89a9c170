import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import type { Random } from '@/lib/demo/calls/random';
import { EnvError } from '@/lib/server/boot/env';
import { quantile } from '../figures';
import { reportOf } from '../index/measure';
import { indexQuestions } from '../index/questions';
import { createTarget } from '../load';
import { type App, startServers } from '../servers';
import { type Reading, readTogether } from './readers';

const SECONDS = 60;
const CLIENTS = 50;
const SAMPLE_MS = 500;
/** How much more memory the last third of the time may take than the second one. */
const MOST_GROWTH = 1.15;
const WATCH = fileURLToPath(new URL('../index/watch-loop.mjs', import.meta.url));

/** The sync reads again three to sixty times as often as usual, and everybody comes from one address. */
const VARIABLES = {
  SYNC: 'on',
  SYNC_NEW_SECONDS: '5',
  SYNC_DAY_SECONDS: '15',
  SYNC_WEEK_SECONDS: '60',
  REQUESTS_PER_MINUTE: '9999999',
  LOG_LEVEL: 'warn',
};

/** `npm run bench -- soak [seconds] [clients]`. True without an error and with memory that does not grow. */
export async function soak(seconds = SECONDS, clients = CLIENTS): Promise<boolean> {
  if (!(seconds >= 3 && seconds <= 86_400 && Number.isInteger(clients) && clients >= 1))
    throw new EnvError('Say how many seconds (3 or more) and how many clients: soak 60 50');
  const servers = await startServers(VARIABLES, { modules: [WATCH] });
  try {
    const path = await readingMatter(servers.app);
    servers.app.process.send('reset');
    const until = performance.now() + seconds * 1000;
    const [reading, memory] = await Promise.all([
      readTogether({ url: servers.app.url, clients, until, path }),
      watchMemory(servers.app, until),
    ]);
    const { loopP99, loopMax } = await reportOf(servers.app);
    const growth = growthOf(memory);
    print(`
${clients} people read for ${seconds} s, while the sync ran:
  answers            ${reading.latencies.length}, ${latency(reading, 0.5)} ms at p50, ${latency(reading, 0.95)} at p95, ${latency(reading, 0.99)} at p99
  errors             ${errorsOf(reading)}
  memory             ${megabytes(Math.max(...memory))} at most; ${growth.toFixed(2)} of the second third in the last (at most ${MOST_GROWTH})
  event-loop delay   ${loopP99.toFixed(1)} ms at p99, ${loopMax.toFixed(1)} at most
`);
    return reading.errors.size === 0 && growth <= MOST_GROWTH;
  } finally {
    await servers.stop();
  }
}

const callsSchema = z.object({ calls: z.array(z.object({ id: z.string() })), count: z.number() });

/** What people read: lists of all kinds, calls, transcripts, costs, facets, exports and whole pages. */
async function readingMatter(app: App) {
  const target = createTarget(app.url);
  const { calls, count } = callsSchema.parse(await target.read('/api/calls?limit=500'));
  await target.close();
  const questions = indexQuestions(count, calls[0]?.id ?? '', Date.now());
  const call = (random: Random) => `/api/calls/${random.pick(calls).id}`;
  const kinds: [weight: number, path: (random: Random, round: number) => string][] = [
    [6, (random) => `/api/calls?limit=50&offset=${random.int(0, count)}`],
    [6, (random, round) => random.pick(random.pick(questions).paths(round))],
    [3, call],
    [1, (random) => `${call(random)}/related`],
    [1, () => '/api/sync'],
    [1, (random) => random.pick(['/calls', '/costs'])],
    [0.1, (random) => `/api/calls/export?format=${random.pick(['csv', 'jsonl'])}&from=-7d`],
  ];
  const weighted = kinds.map(([weight, path]) => [path, weight] as const);
  return (random: Random, round: number) => random.weighted(weighted)(random, round);
}

async function watchMemory(app: App, until: number): Promise<number[]> {
  const samples: number[] = [];
  while (performance.now() < until) {
    samples.push((await reportOf(app)).rss);
    await wait(SAMPLE_MS);
  }
  return samples;
}

function growthOf(memory: readonly number[]): number {
  const third = Math.floor(memory.length / 3);
  return Math.max(...memory.slice(2 * third)) / Math.max(...memory.slice(third, 2 * third));
}

function latency({ latencies }: Reading, share: number): string {
  return quantile(latencies, share).toFixed(0);
}

function errorsOf({ errors }: Reading): string {
  return errors.size === 0 ? 'none' : [...errors].map(([what, n]) => `${n} × ${what}`).join(', ');
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(0)} MB`;
}

function print(text: string): void {
  process.stdout.write(text);
}
