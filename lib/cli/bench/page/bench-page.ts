import { setTimeout as wait } from 'node:timers/promises';
import { type Browser, type BrowserContext, chromium, type Page } from '@playwright/test';
import * as z from 'zod';
import { findBrowser } from '../../verify/browser.mjs';
import { quantile } from '../figures';
import { type App, startServers } from '../servers';
import { table } from '../table';
import { type Interaction, interactions } from './interactions';
import { readFrames, readInteraction, readPaint, watchPage } from './watch';

const USUAL_CALLS = 100_000;
const USUAL_ROUNDS = 30;
const LOADS = 7;
/** How much slower than this machine the reader's is. */
const USUAL_SLOWER = 4;
const ROWS = 2000;
const POLL_MS = 500;
/** What comes after the first paint has come by then on this machine: a key pressed before would be lost. */
const SETTLE_MS = 500;

type Bench = { browser: Browser; app: App; rounds: number; slower: number };
type Verdict = { name: string; measured: number; target: number };

/**
 * `npm run bench -- page [calls] [rounds] [slower]`: the production build in a browser whose processor is four times
 * slower than this one, or as many times as `slower` says. True when every target is met.
 */
export async function benchPage(
  calls = USUAL_CALLS,
  rounds = USUAL_ROUNDS,
  slower = USUAL_SLOWER,
): Promise<boolean> {
  const { app, stop } = await startServers({ SYNC: 'on', SYNC_SHARE: '1' }, { calls });
  try {
    await untilIndexed(app, calls);
    return report(await measure(app, rounds, slower));
  } finally {
    await stop();
  }
}

const syncSchema = z.object({ state: z.string(), indexed: z.number() });

/** Waits until the index has every call: before that, counts and lists are those of a smaller account. */
async function untilIndexed(app: App, calls: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`${app.url}/api/sync`);
    const { state, indexed } = syncSchema.parse(await answer.json());
    if (state === 'idle' && indexed >= calls) return;
    await wait(POLL_MS);
  }
}

async function measure(app: App, rounds: number, slower: number): Promise<Verdict[]> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const bench = { browser, app, rounds, slower };
  try {
    return [
      { name: 'largest paint, ms', measured: await paint(bench), target: 800 },
      ...(await interact(bench)),
      { name: 'frame while scrolling, ms at p95', measured: await scroll(bench), target: 25 },
    ];
  } finally {
    await browser.close();
  }
}

/** The 75th percentile over loads of a browser that has nothing yet. */
async function paint(bench: Bench): Promise<number> {
  const times: number[] = [];
  for (let load = 0; load < Math.min(LOADS, bench.rounds); load += 1)
    await withPage(bench, async (page) => {
      await page.goto(`${bench.app.url}/calls`, { waitUntil: 'networkidle' });
      times.push(await readPaint(page));
    });
  return quantile(times, 0.75);
}

async function interact(bench: Bench): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const interaction of interactions)
    verdicts.push({
      name: `${interaction.name}, ms at p75`,
      measured: await repeated(bench, interaction),
      target: 100,
    });
  return verdicts;
}

/** Milliseconds from the hand to the next paint, at the 75th percentile of so many times. */
async function repeated(
  bench: Bench,
  { address, prepare, act, settle }: Interaction,
): Promise<number> {
  const times: number[] = [];
  await withPage(bench, async (page) => {
    await page.goto(`${bench.app.url}${address}`, { waitUntil: 'networkidle' });
    // The last thing to come: from then on every key is heard.
    await page.getByRole('button', { name: 'Command palette' }).waitFor();
    await page.waitForTimeout(SETTLE_MS * bench.slower);
    await prepare?.(page);
    for (let round = 0; round < bench.rounds; round += 1) {
      times.push(await readInteraction(page, () => act(page, round)));
      await settle?.(page);
    }
  });
  return quantile(times, 0.75);
}

async function scroll(bench: Bench): Promise<number> {
  let frames: number[] = [];
  await withPage(bench, async (page) => {
    await page.goto(`${bench.app.url}/calls?limit=${ROWS}`, { waitUntil: 'networkidle' });
    frames = await readFrames(page);
  });
  return quantile(frames, 0.95);
}

async function withPage(
  { browser, slower }: Bench,
  run: (page: Page) => Promise<void>,
): Promise<void> {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: 1440, height: 900 },
  });
  try {
    const page = await context.newPage();
    await watchPage(page);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
    await run(page);
  } finally {
    await context.close();
  }
}

function report(verdicts: readonly Verdict[]): boolean {
  process.stdout.write(
    table([
      ['', 'measured', 'target', ''],
      ...verdicts.map(({ name, measured, target }) => [
        name,
        measured.toFixed(0),
        String(target),
        measured <= target ? 'met' : 'MISSED',
      ]),
    ]),
  );
  return verdicts.every(({ measured, target }) => measured <= target);
}
