import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import { runRound, type Target } from '../load';
import type { App } from '../servers';
import { type Latency, latencyOf } from './latency';
import type { IndexQuestion } from './question';

const WARM_UP = 5;
const ROUNDS = 40;

/** Milliseconds until all that belongs to a question is there, asked again and again by one client. */
export async function ask(target: Target, { paths }: IndexQuestion): Promise<Latency> {
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round += 1) {
    const started = performance.now();
    await Promise.all(paths(round + WARM_UP).map((path) => target.time(path)));
    if (round >= 0) times.push(performance.now() - started);
  }
  return latencyOf(times);
}

const reportSchema = z.object({ loopP99: z.number(), loopMax: z.number(), rss: z.number() });

/** What the watch in the server says: the delay of its event loop in milliseconds, its memory in bytes. */
export async function reportOf({ process }: App): Promise<z.infer<typeof reportSchema>> {
  const answer = once(process, 'message');
  process.send('report');
  const [message] = await answer;
  return reportSchema.parse(message);
}

const CLIENTS = 16;

/** How late the event loop is, in milliseconds at p99, while sixteen people ask all kinds of questions. */
export async function mixedLoad(
  app: App,
  target: Target,
  questions: readonly IndexQuestion[],
): Promise<number> {
  const paths = Array.from({ length: 12 }, (_, round) =>
    questions.flatMap((question) => question.paths(1000 + round)),
  ).flat();
  app.process.send('reset');
  await runRound(target, paths, { clients: CLIENTS, think: [50, 250] }, 'mixed');
  return (await reportOf(app)).loopP99;
}

const SAMPLE_MS = 100;

/** How long an export of everything takes, in seconds, and the most memory the server held, in bytes. */
export async function exportAll(app: App, target: Target) {
  let rss = 0;
  let isOver = false;
  // One report after the other: a server that is busy for long would have many of them to answer.
  const sampling = (async () => {
    while (!isOver) {
      rss = Math.max(rss, (await reportOf(app)).rss);
      await wait(SAMPLE_MS);
    }
  })();
  const milliseconds = await target.time('/api/calls/export?format=csv', 'identity');
  isOver = true;
  await sampling;
  return { seconds: milliseconds / 1000, rss };
}
