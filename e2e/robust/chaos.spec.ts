import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from '@playwright/test';
import { test } from '@/e2e/support/fixtures';
import { type Dashboard, startDashboard, temporaryFolder } from '@/e2e/support/servers';
import { read, type SentNotes, sendNote, WORKS } from './chaos';

/**
 * `kill -9` in the middle of everything. `npm run test:chaos` repeats this with other moments until it was killed
 * sixty times.
 */

test.use({ alone: 'chaos' });

const LONGEST_MS = 2_000;
/** Pages of the backfill that may be asked for in vain each time: one under way, one ahead of it. */
const LOST_PAGES = 2;
const BACKFILL_PAGES = 7;

test('killed at any moment, it opens again, has all that was kept, and goes on', async ({
  servers: { upstreamUrl },
  upstream,
  demoCalls,
}) => {
  test.setTimeout(180_000);
  const dataDir = temporaryFolder();
  const notes: SentNotes = new Map();
  const start = () => startDashboard(upstreamUrl, { sync: true, dataDir, env: PATIENT });
  let before = new Set<string>();

  for (const [name, work] of Object.entries(WORKS)) {
    const dashboard = await start();
    const moment = Math.random() * LONGEST_MS;
    await test.step(`${name}, killed after ${Math.round(moment)} ms`, async () => {
      before = await check(dashboard, before);
      const working = work(dashboard.url, demoCalls, notes);
      await sleep(moment);
      await dashboard.kill();
      await working;
    });
  }

  const dashboard = await start();
  await check(dashboard, before);
  await expect
    .poll(() => read(`${dashboard.url}/api/sync`), { timeout: 60_000 })
    .toMatchObject({ state: 'idle', indexed: demoCalls.length, last_error: null });
  expect(await indexedIds(dashboard)).toEqual(demoCalls.map(({ id }) => id));
  await checkNotes(dashboard);
  const backfill = (await listQuestions()).filter(isOfBackfill);
  expect(backfill.length).toBeLessThanOrEqual(
    BACKFILL_PAGES + LOST_PAGES * Object.keys(WORKS).length,
  );
  expect(await dashboard.stop()).toBe(0);
  rmSync(dataDir, { recursive: true });

  /** The questions for pages of calls that the upstream was asked. */
  async function listQuestions(): Promise<URLSearchParams[]> {
    const urls = (await upstream.requests()).map(({ path }) => new URL(path, upstreamUrl));
    return urls
      .filter(({ pathname }) => pathname.endsWith('/calls'))
      .map((url) => url.searchParams);
  }

  /** What is in the index is what was in it before, whole pages, and no call twice. */
  async function check(dashboard: Dashboard, before: ReadonlySet<string>): Promise<Set<string>> {
    const ids = await indexedIds(dashboard);
    const now = new Set(ids);
    expect(now.size, 'no call twice').toBe(ids.length);
    expect(
      [...before].filter((id) => !now.has(id)),
      'nothing is gone',
    ).toEqual([]);
    const pages = (await listQuestions()).map(pageOf);
    expect(halfPages(now, pages), 'no half page').toEqual([]);
    expect(troubleIn(dashboard.logs())).toEqual([]);
    return now;
  }

  /** The ids of the calls that answer such a question. */
  function pageOf(question: URLSearchParams): string[] {
    const number = (name: string) => Number(question.get(name) ?? 0);
    const time = (name: string) => Date.parse(question.get(name) ?? '');
    return demoCalls
      .filter(({ created }) => {
        const at = Date.parse(created);
        return !(at > time('to')) && !(at < time('from'));
      })
      .slice(number('skip'), number('skip') + number('limit'))
      .map(({ id }) => id);
  }

  /** Calls that are in the index while no page that they came with is there whole. */
  function halfPages(ids: ReadonlySet<string>, pages: readonly string[][]): string[] {
    const whole = new Set(pages.filter((page) => page.every((id) => ids.has(id))).flat());
    for (const { callId } of notes.values()) whole.add(callId);
    return [...ids].filter((id) => !whole.has(id));
  }

  async function checkNotes({ url }: Dashboard): Promise<void> {
    for (const [id, { callId, saved }] of notes) {
      const found = async () =>
        (await read(`${url}/api/calls/${callId}`)).notes?.filter(
          (note: { id: string }) => note.id === id,
        ).length ?? 0;
      if (saved) {
        expect(await found(), `note ${id}`).toBe(1);
        continue;
      }
      // Whoever got no answer sends it again, and it is there once, whether it had arrived or not.
      await sendNote(url, callId, id);
      expect(await found(), `note ${id}, sent again`).toBe(1);
    }
  }
});

const BACKFILL_LIMIT = 2_000;
/** Many more questions than a person asks. */
const PATIENT = { REQUESTS_PER_MINUTE: '100000' };

async function indexedIds({ url }: Dashboard): Promise<string[]> {
  const answer = await fetch(`${url}/api/calls/export?format=jsonl`);
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line).id);
}

function isOfBackfill(question: URLSearchParams): boolean {
  return question.get('limit') === String(BACKFILL_LIMIT) && !question.has('from');
}

/** What a process must not say at its start, whatever the one before it died of. */
function troubleIn(logs: string): string[] {
  return logs.split('\n').filter((line) => /"level":"(warn|error|fatal)"/.test(line));
}
