import * as z from 'zod';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import { codesOf, conditionsOf } from './conditions';
import { readCosts } from './costs';
import type { Driver, Session } from './driver';
import { exportCalls, rowBatches } from './export';
import { readFacets } from './facets';
import { keepPage } from './keep';
import { type Overview, readOverview, spanOf } from './overview';
import { readPatterns } from './patterns';
import { readCall, readPage } from './read-calls';
import { reasonOf } from './reasons';
import { readNext, readReview } from './review';
import { sightingsOf } from './sighting';
import { amongIds, sql } from './sql';
import type { IndexContent, IndexQuery, IndexStore } from './store';
import { readTimeline } from './timeline';
import { loadWords, type Words } from './words';

const countRow = z.object({ count: z.number() });
const rejectedRow = z.object({
  id: z.nullable(z.string()),
  problem: z.string(),
  seen_at: z.number(),
});
const absenceRow = z.object({ id: z.string(), absences: z.number() });
const stateRow = z.object({ value: z.string() });

/** The index over any engine that speaks our SQL; its tables must be there. `onFailure` is told what went wrong. */
export async function createIndexStore(
  driver: Driver,
  onFailure: (error: unknown) => void = () => undefined,
): Promise<IndexStore> {
  const guarded = guardWith(onFailure);
  let words: Words | undefined = await loadWords(driver);

  /** Asked for with every question, and the same until something is written. */
  let known: Promise<Overview> | undefined;
  const overview = () => {
    known ??= readOverview(driver).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const span = async () => spanOf(await overview());
  const conditions = async (query: IndexQuery) => {
    const [known, codes] = await Promise.all([span(), codesOf(driver, query)]);
    return conditionsOf(query, known, codes);
  };

  const packed: IndexStore['packed'] = (query, signal) =>
    driver.snapshot((session) => exportCalls(session, query, span, signal));

  return {
    keep: guarded(async (page) => {
      try {
        const sightings = await sightingsOf(page.calls);
        words ??= await loadWords(driver);
        const current = words;
        const outcome = await driver.write((session) =>
          keepPage(session, current, page, sightings),
        );
        if (outcome.added + outcome.changed > 0) known = undefined;
        return outcome;
      } catch (error) {
        // They may hold words that never were written.
        words = undefined;
        throw error;
      }
    }),
    page: guarded(async (query) => readPage(driver, await conditions(query), query)),
    next: guarded(async (question) => {
      const { timezone, unrated_by } = question;
      const [inList, unrated] = await Promise.all([
        conditions(question),
        conditions({ timezone, not_rated_by: unrated_by }),
      ]);
      return readNext(driver, inList, unrated, question);
    }),
    review: guarded(async (question) => {
      const { timezone, reviewer } = question;
      const [inList, byReviewer] = await Promise.all([
        conditions(question),
        reviewer === undefined ? undefined : conditions({ timezone, rated_by: reviewer }),
      ]);
      return readReview(driver, inList, byReviewer, question);
    }),
    call: guarded((id) => readCall(driver, id)),
    facets: guarded(async (query) =>
      readFacets(driver, await conditions(query), query, await overview()),
    ),
    timeline: guarded(async (question) => readTimeline(driver, question, await span())),
    costs: guarded(async (question) => readCosts(driver, question, await span())),
    patterns: guarded(async (query) => readPatterns(driver, query, await overview())),
    export: (query, signal) => rowBatches(packed(query, signal), signal),
    packed,
    content: guarded(async () => readContent(driver, await overview())),
    idsBetween: guarded((from, to) =>
      driver.query(
        sql`SELECT id, absences FROM call
            WHERE created BETWEEN ${Date.parse(from)} AND ${Date.parse(to)} AND absences < 2`,
        absenceRow,
      ),
    ),
    markAbsent: guarded(async (ids) => {
      await driver.write((session) => markAbsent(session, ids));
      known = undefined;
    }),
    state: guarded(async (key) => {
      const [row] = await driver.query(sql`SELECT value FROM state WHERE key = ${key}`, stateRow);
      return row === undefined ? undefined : JSON.parse(row.value);
    }),
    close: () => driver.close(),
  };
}

/** Makes of a function the same one, whose failures are told and have a code. */
function guardWith(onFailure: (error: unknown) => void) {
  return <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      try {
        return await ask(...args);
      } catch (error) {
        if (isCallscopeError(error)) throw error;
        onFailure(error);
        const message = reasonOf(error) ?? 'The index could not answer.';
        throw new CallscopeError('index_failed', message, { cause: error });
      }
    };
}

async function readContent(
  driver: Driver,
  { indexed, oldest, newest }: Overview,
): Promise<IndexContent> {
  const [[rejected], latest] = await Promise.all([
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
