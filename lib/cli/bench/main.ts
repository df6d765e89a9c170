import { availableParallelism, loadavg } from 'node:os';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { run } from '@/lib/cli/steps.mjs';
import { EnvError } from '@/lib/server/boot/env';
import { benchExports } from './exports/bench-exports';
import type { Comparison } from './figures';
import { benchIndex } from './index/bench-index';
import { createTarget, runRound } from './load';
import { benchPage } from './page/bench-page';
import { benchReading } from './reading/bench-reading';
import { measure, type Scenario, type Sides, scenarios } from './scenarios';
import { startServers } from './servers';
import { soak } from './soak/soak';
import { table } from './table';
import '@/lib/cli/stop-with-npm.mjs';

/**
 * `npm run bench`: what Callscope's production build adds to the answers of the demo upstream, and how heavy the
 * first load is. Ends with 1 when a target is missed.
 */

/** Milliseconds that Callscope may add to 50 calls while 16 people page. */
const TARGET = { p50: 15, p95: 40 };
const WARM_UP = { clients: 4 };
/** The engine compiles what is hot over the first thousand answers; a server that has run for minutes is past that. */
const WARM_UP_ROUNDS = 8;
const LARGEST_PAGE = 2000;

async function bench(): Promise<boolean> {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  if (load > cores / 2) {
    print(
      `This machine is busy (load ${load.toFixed(1)}, ${cores} cores): the figures say little.\n`,
    );
  }
  const servers = await startServers();
  const { demo, app } = servers;
  const sides = {
    direct: createTarget(demo.url, { authorization: `Bearer ${demo.key}` }),
    through: createTarget(app.url),
  };
  try {
    const all = scenarios(await everyId(sides.direct));
    await sameAnswers(sides, all.paging);
    await warmUp(sides, all.paging);
    return await report(sides, all);
  } finally {
    await Promise.all([sides.direct.close(), sides.through.close()]);
    await servers.stop();
  }
}

const listSchema = z.object({
  calls: z.array(z.looseObject({ id: z.string() })),
  count: z.number(),
});

/** Reads all pages, which also brings the demo upstream to the state in which it answers fast. */
async function everyId(direct: Sides['direct']): Promise<string[]> {
  const ids: string[] = [];
  let count = Number.POSITIVE_INFINITY;
  while (ids.length < count) {
    const path = `/calls?limit=${LARGEST_PAGE}&skip=${ids.length}`;
    const page = listSchema.parse(await direct.read(path));
    if (page.calls.length === 0) throw new Error(`${path} has no calls.`);
    ids.push(...page.calls.map(({ id }) => id));
    count = page.count;
  }
  return ids;
}

/** What is compared must be the same: figures of an answer that lacks calls would be worth nothing. */
async function sameAnswers(sides: Sides, { questions }: Scenario): Promise<void> {
  for (const question of questions.slice(0, 3)) {
    const [expected, given] = await Promise.all([
      sides.direct.read(question.direct).then((page) => idsOf(page)),
      sides.through.read(question.through).then((page) => idsOf(page)),
    ]);
    if (!isDeepStrictEqual(given, expected)) {
      throw new Error(`${question.through} has other calls than ${question.direct}.`);
    }
  }
}

function idsOf(page: unknown): string[] {
  return listSchema.parse(page).calls.map(({ id }) => id);
}

async function warmUp(sides: Sides, { questions }: Scenario): Promise<void> {
  for (const side of ['direct', 'through'] as const) {
    const paths = questions.map((question) => question[side]);
    for (let round = 0; round < WARM_UP_ROUNDS; round += 1) {
      await runRound(sides[side], paths, WARM_UP, `warm-up ${round}`);
    }
  }
}

async function report(sides: Sides, all: ReturnType<typeof scenarios>): Promise<boolean> {
  const paging = await measure(sides, all.paging);
  const flatOut = await measure(sides, all.flatOut);
  const largePage = await measure(sides, all.largePage);
  const detail = await measure(sides, all.detail);
  const rows = [
    row(all.paging, paging),
    row(all.flatOut, flatOut),
    row(all.largePage, largePage),
    row(all.detail, detail),
  ];
  const { direct, through } = flatOut.rate;
  const isMet = paging.added.p50 <= TARGET.p50 && paging.added.p95 <= TARGET.p95;
  print(`
Time to the last byte in ms, from the demo upstream itself (direct) and through Callscope's production build;
load, demo and Callscope share this machine.

${table([HEAD, ...rows])}
Held to the target, the first line: adds at most ${TARGET.p50} ms at p50 and ${TARGET.p95} ms at p95: ${isMet ? 'met' : 'MISSED'}.
Without a pause the clients measure how much can be answered, not how fast: ${rate(direct)} direct, ${rate(through)} through Callscope (${(through / direct).toFixed(2)} of it).

`);
  return isMet;
}

const HEAD = [
  '',
  'direct p50',
  'p95',
  'through p50',
  'p95',
  'added p50',
  'p95',
  'ratio p50',
  'p95',
];

function row({ name }: Scenario, { direct, through, added, ratio }: Comparison): string[] {
  const milliseconds = [direct, through, added].flatMap(({ p50, p95 }) => [p50, p95]);
  const ratios = [ratio.p50, ratio.p95].map((value) => `×${value.toFixed(1)}`);
  return [name, ...milliseconds.map((value) => value.toFixed(1)), ...ratios];
}

function rate(perSecond: number): string {
  return `${perSecond.toFixed(0)} answers/s`;
}

function print(text: string): void {
  process.stdout.write(text);
}

/**
 * `npm run bench -- index [calls]` measures the index alone, with as many calls as are asked for;
 * `npm run bench -- soak [seconds] [clients]` has many people read for a while;
 * `npm run bench -- reading` how long it takes to read a page;
 * `npm run bench -- page [calls] [rounds] [slower]` how quick the page is in a browser on a slow machine;
 * `npm run bench -- exports [calls] [exports]` what others notice of many exports at once.
 */
async function chosen([section, ...sizes]: readonly string[]): Promise<boolean> {
  const [first, second, third] = sizes.map(Number);
  if (section === 'index') return benchIndex(first);
  if (section === 'reading') return benchReading();
  if (section === 'exports') return benchExports(first, second);
  if (section === 'page') return (await benchPage(first, second, third)) && isLight();
  if (section === 'soak') return soak(first, second);
  return (await bench()) && isLight();
}

async function isLight(): Promise<boolean> {
  return (await run(process.execPath, ['lib/cli/verify/first-load.mjs'])) === 0;
}

try {
  process.exitCode = (await chosen(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.stderr.write(`${error instanceof EnvError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
