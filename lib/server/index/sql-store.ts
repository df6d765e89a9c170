import * as z from 'zod';
import { CallscopeError, isCallscopeError } from '@/lib/server/errors';
import { instantTold } from '@/lib/server/index/read/instant-told';
import type { Driver, Reader, Session } from './engine/driver';
import { reasonOf } from './engine/error-messages';
import { amongIds, sql } from './engine/sql';
import { readExtractionFacets } from './extraction/facets';
import { fillExtracted } from './extraction/fill';
import { rememberedKeys } from './extraction/remembered';
import { readExtraction } from './extraction/report';
import { readMeasures } from './measures';
import { readAgreement } from './read/agreement';
import { readCall, readPage } from './read/calls';
import { codesOf } from './read/codes';
import { conditionsOf } from './read/conditions';
import { readConversations } from './read/conversations/conversations';
import { readBreakdown } from './read/costs/breakdown/breakdown';
import { readCosts } from './read/costs/costs';
import { readCostFacts, readDailyCosts } from './read/costs/daily';
import { readOutlook } from './read/costs/outlook/outlook';
import { readSpending } from './read/costs/outlook/spending';
import { readPatterns } from './read/costs/patterns/patterns';
import { exportCalls, rowBatches } from './read/export';
import { readFacets } from './read/facets';
import { familyOf } from './read/family';
import { hasOwnTime, readFirstSeen, readOddFields } from './read/odd-fields';
import { readOutcomeFields } from './read/outcomes/fields/fields';
import { readOutcomes } from './read/outcomes/outcomes';
import { readOutcomePairs } from './read/outcomes/pairs/pairs';
import { readOutcomeValues } from './read/outcomes/values';
import { type Overview, readOverview, spanOf } from './read/overview';
import { readNext, readPlace, readReview } from './read/review';
import { readTimeline } from './read/timeline';
import type { IndexContent, IndexQuery, IndexStore } from './store';
import { readDueTranscripts, readTranscriptContent } from './transcripts/due';
import { remeasure } from './transcripts/remeasure';
import type { CreatedRange } from './transcripts/said';
import { forgetGone, writeTranscripts } from './transcripts/write';
import { type Dimensions, loadDimensions } from './write/dimensions';
import { fetchedCallsOf } from './write/fetched-call';
import { keepPage } from './write/keep';

/** The engine writes large additions into the file at once, and their room is lost for long: words are hundreds a call. */
const TRANSCRIPTS_AT_ONCE = 100;

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
  const fail = failWith(onFailure);
  const guarded = guardWith(fail);
  /** Makes an answer of what reads it: for whoever asks, and for as long as somebody waits. */
  const asked = <Question, Answer>(
    answer: (reader: Reader, question: Question) => Promise<Answer>,
  ) =>
    guarded((question: Question, signal?: AbortSignal) =>
      driver.asked((reader) => answer(reader, question), signal),
    );
  let dimensions: Dimensions | undefined = await loadDimensions(driver);

  /** Asked for with every question, and the same until something is written. */
  let known: Promise<Overview> | undefined;
  const overview = () => {
    known ??= driver.asked(readOverview).catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  const span = async () => spanOf(await overview());
  const keys = rememberedKeys();
  const conditions = async (reader: Reader, query: IndexQuery, range: CreatedRange = query) => {
    const [known, codes] = await Promise.all([span(), codesOf(reader, query, range)]);
    return conditionsOf(query, known, codes);
  };

  /** What was worked out from what is written over. */
  const forget = () => {
    known = undefined;
    keys.forget();
  };
  /** Writes with the words at hand. */
  const writing = <T>(write: (session: Session, words: Dimensions) => Promise<T>): Promise<T> =>
    driver.write(
      async (session) => {
        dimensions ??= await loadDimensions(session);
        return write(session, dimensions);
      },
      // They may hold words that never were written.
      () => {
        dimensions = undefined;
      },
    );

  const packed: IndexStore['packed'] = (query, signal) =>
    guardPieces(
      fail,
      driver.snapshot((session) => exportCalls(session, query, span, signal), signal),
    );

  return {
    keep: guarded(async (page) => {
      const fetchedCalls = await fetchedCallsOf(page.calls);
      const outcome = await writing((session, words) =>
        keepPage(session, words, page, fetchedCalls),
      );
      if (outcome.added + outcome.changed > 0) forget();
      return outcome;
    }),
    page: asked(async (reader, query) => readPage(reader, await conditions(reader, query), query)),
    next: asked(async (reader, question) => {
      const { timezone, unrated_by } = question;
      const [inList, unrated] = await Promise.all([
        conditions(reader, question),
        conditions(reader, { timezone, not_rated_by: unrated_by }),
      ]);
      return readNext(reader, inList, unrated, question);
    }),
    place: asked(async (reader, question) =>
      readPlace(reader, await conditions(reader, question), question),
    ),
    review: asked(async (reader, question) => {
      const { timezone, reviewer } = question;
      const [inList, byReviewer] = await Promise.all([
        conditions(reader, question),
        reviewer === undefined ? undefined : conditions(reader, { timezone, rated_by: reviewer }),
      ]);
      return readReview(reader, inList, byReviewer, question);
    }),
    measures: asked(readMeasures),
    agreement: asked(async (reader, query) =>
      readAgreement(reader, await conditions(reader, query)),
    ),
    call: asked(readCall),
    isFamilyWhole: asked(async (reader, id) => (await familyOf(reader, id)).whole),
    facets: asked(async (reader, query) =>
      // They tell of the dates of all calls that match otherwise.
      readFacets(reader, await conditions(reader, query, {}), query, await overview()),
    ),
    extraction: asked(async (reader, query) =>
      readExtraction(reader, await conditions(reader, query), await keys.declared(reader)),
    ),
    extractionFacets: asked(async (reader, { fields, ...query }) =>
      readExtractionFacets(reader, await conditions(reader, query), query, fields, keys),
    ),
    timeline: asked(async (reader, question) => readTimeline(reader, question, await span())),
    costs: asked(async (reader, question) => readCosts(reader, question, await span())),
    patterns: asked(async (reader, question) => readPatterns(reader, question, await overview())),
    conversations: asked(async (reader, question) =>
      readConversations(reader, question, await overview()),
    ),
    outcomes: asked(async (reader, question) => readOutcomes(reader, question, await span())),
    outcomeFields: asked(async (reader, question) =>
      readOutcomeFields(reader, question, await span(), await keys.declared(reader)),
    ),
    outcomePairs: asked(async (reader, question) =>
      readOutcomePairs(reader, question, await span()),
    ),
    outcomeValues: asked(async (reader, question) =>
      readOutcomeValues(reader, question, await span()),
    ),
    outlook: asked(async (reader, question) => readOutlook(reader, question, await span())),
    spending: asked(async (reader, question) => readSpending(reader, question, await span())),
    breakdown: asked(async (reader, question) => readBreakdown(reader, question, await span())),
    export: (query, signal) => rowBatches(packed(query, signal), signal),
    packed,
    dailyCosts: (query, signal) =>
      guardPieces(
        fail,
        driver.snapshot((session) => readDailyCosts(session, query, span, signal), signal),
      ),
    costFacts: asked(async (reader, query) =>
      readCostFacts(reader, await conditions(reader, query)),
    ),
    content: guarded(async () => {
      const known = await overview();
      return driver.asked((reader) => readContent(reader, known));
    }),
    oddFields: guarded(() => driver.asked(readOddFields)),
    firstSeen: guarded((ids) => driver.asked((reader) => readFirstSeen(reader, ids))),
    idsBetween: guarded((from, to) =>
      driver.query(
        sql`SELECT id, absences FROM call
            WHERE created BETWEEN ${Date.parse(from)} AND ${Date.parse(to)} AND absences < 2
            AND ${hasOwnTime()}`,
        absenceRow,
      ),
    ),
    markAbsent: guarded(async (ids) => {
      await driver.write((session) => markAbsent(session, ids));
      forget();
    }),
    state: guarded(async (key) => {
      const [row] = await driver.query(sql`SELECT value FROM state WHERE key = ${key}`, stateRow);
      return row === undefined ? undefined : JSON.parse(row.value);
    }),
    dueTranscripts: guarded((now, limit, except) =>
      driver.asked((reader) => readDueTranscripts(reader, now, limit, except)),
    ),
    keepTranscripts: guarded(async (batch) => {
      for (let start = 0; start < batch.length; start += TRANSCRIPTS_AT_ONCE)
        await driver.write((session) =>
          writeTranscripts(session, batch.slice(start, start + TRANSCRIPTS_AT_ONCE)),
        );
      known = undefined;
    }),
    remeasure: guarded(async () => {
      const count = await driver.write(remeasure);
      if (count > 0) known = undefined;
      return count;
    }),
    fillExtracted: guarded(async () => {
      const count = await writing((session, words) => fillExtracted(session, words));
      if (count > 0) forget();
      return count;
    }),
    extractedCalls: guarded(async () => (await overview()).extracted),
    measuredCalls: guarded(async () => (await overview()).measured),
    transcriptContent: guarded(() => driver.asked(readTranscriptContent)),
    close: () => driver.close(),
  };
}

/** Makes of a function the same one, whose failures are told and have a code. */
function guardWith(fail: (error: unknown) => never) {
  return <Args extends unknown[], Answer>(ask: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      try {
        return await ask(...args);
      } catch (error) {
        return fail(error);
      }
    };
}

/** The same for what comes in pieces. */
async function* guardPieces<T>(
  fail: (error: unknown) => never,
  pieces: AsyncIterable<T>,
): AsyncIterable<T> {
  try {
    yield* pieces;
  } catch (error) {
    fail(error);
  }
}

/** Tells a failure and gives it a code, where it is none of those that have one. */
function failWith(onFailure: (error: unknown) => void) {
  return (error: unknown): never => {
    // Nobody waits any more: that is no failure of the index.
    if (isCallscopeError(error) || isAbort(error)) throw error;
    onFailure(error);
    const message = reasonOf(error) ?? 'The index could not answer.';
    throw new CallscopeError('index_failed', message, { cause: error });
  };
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

async function readContent(
  reader: Reader,
  { indexed, oldest, newest }: Overview,
): Promise<IndexContent> {
  const [[rejected], latest] = await Promise.all([
    reader.query(sql`SELECT count(*) AS count FROM rejected`, countRow),
    reader.query(
      sql`SELECT id, problem, seen_at FROM rejected ORDER BY seen_at DESC LIMIT 20`,
      rejectedRow,
    ),
  ]);
  return {
    indexed,
    oldest: instantTold(oldest),
    newest: instantTold(newest),
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
  await forgetGone(session, ids);
}
