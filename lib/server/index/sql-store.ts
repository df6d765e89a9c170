import * as z from 'zod';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import { conditionsOf, type QuarterSpan } from './conditions';
import { readCosts } from './costs';
import type { Driver, Session } from './driver';
import { exportCalls } from './export';
import { readFacets } from './facets';
import { keepPage } from './keep';
import { readPatterns } from './patterns';
import { readCall, readPage } from './read-calls';
import { amongIds, sql } from './sql';
import type { IndexContent, IndexStore } from './store';
import { readTimeline } from './timeline';
import { loadWords, type Words } from './words';

const QUARTER_MS = 900_000;

const contentRow = z.object({
  indexed: z.number(),
  oldest: z.nullable(z.number()),
  newest: z.nullable(z.number()),
});
const countRow = z.object({ count: z.number() });
const rejectedRow = z.object({
  id: z.nullable(z.string()),
  problem: z.string(),
  seen_at: z.number(),
});
const absenceRow = z.object({ id: z.string(), absences: z.number() });
const stateRow = z.object({ value: z.string() });

/** The index over any engine that speaks our SQL; its tables must be there. */
export async function createIndexStore(driver: Driver): Promise<IndexStore> {
  let words: Words | undefined = await loadWords(driver);

  /** The clocks of a zone matter as far as there are calls. */
  async function span(): Promise<QuarterSpan> {
    const { oldest, newest } = await ends(driver);
    const quarter = (ms: number | null) => Math.floor((ms ?? 0) / QUARTER_MS);
    return { first: quarter(oldest), last: quarter(newest) };
  }

  return {
    keep: guarded(async (page) => {
      try {
        words ??= await loadWords(driver);
        const current = words;
        return await driver.write((session) => keepPage(session, current, page));
      } catch (error) {
        // They may hold words that never were written.
        words = undefined;
        throw error;
      }
    }),
    page: guarded(async (query) => readPage(driver, conditionsOf(query, await span()), query)),
    call: guarded((id) => readCall(driver, id)),
    facets: guarded(async (query) => readFacets(driver, conditionsOf(query, await span()), query)),
    timeline: guarded(async (question) => readTimeline(driver, question, await span())),
    costs: guarded(async (question) => readCosts(driver, question, await span())),
    patterns: guarded(async (query) => readPatterns(driver, query, await span())),
    export: (query, signal) =>
      driver.snapshot((session) => exportCalls(session, query, span, signal)),
    content: guarded(() => readContent(driver)),
    idsBetween: guarded((from, to) =>
      driver.query(
        sql`SELECT id, absences FROM call
            WHERE created BETWEEN ${Date.parse(from)} AND ${Date.parse(to)} AND absences < 2`,
        absenceRow,
      ),
    ),
    markAbsent: guarded((ids) => driver.write((session) => markAbsent(session, ids))),
    state: guarded(async (key) => {
      const [row] = await driver.query(sql`SELECT value FROM state WHERE key = ${key}`, stateRow);
      return row === undefined ? undefined : JSON.parse(row.value);
    }),
    close: () => driver.close(),
  };
}

/** The same function whose failures have a code. */
function guarded<Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) {
  return async (...args: Args): Promise<Answer> => {
    try {
      return await ask(...args);
    } catch (error) {
      if (isCallscopeError(error)) throw error;
      throw new CallscopeError('index_failed', 'The index could not answer.', { cause: error });
    }
  };
}

async function ends(driver: Driver) {
  const [row] = await driver.query(
    sql`SELECT count(*) AS indexed, min(created) AS oldest, max(created) AS newest
        FROM call WHERE absences < 2`,
    contentRow,
  );
  return row ?? { indexed: 0, oldest: null, newest: null };
}

async function readContent(driver: Driver): Promise<IndexContent> {
  const [{ indexed, oldest, newest }, [rejected], latest] = await Promise.all([
    ends(driver),
    driver.query(sql`SELECT count(*) AS count FROM rejected`, countRow),
    driver.query(
      sql`SELECT id, problem, seen_at FROM rejected ORDER BY seen_at DESC LIMIT 20`,
      rejectedRow,
    ),
  ]);
  return {
    indexed,
    oldest: iso(oldest),
    newest: iso(newest),
    rejected: {
      count: rejected?.count ?? 0,
      latest: latest.map(({ id, problem, seen_at }) => ({
        id,
        problem,
        seen_at: new Date(seen_at).toISOString(),
      })),
    },
  };
}

async function markAbsent(session: Session, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await session.run(sql`UPDATE call SET absences = absences + 1 WHERE id ${amongIds(ids)}`);
}

function iso(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
