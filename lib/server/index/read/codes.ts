import * as z from 'zod';
import { asksMeasures } from '@/lib/call/query/asks-measures';
import { extractedConditions, isExtractedName } from '@/lib/call/query/extracted';
import { excludeKey, LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import { addressOf } from '@/lib/call/review/review';
import type { Session } from '@/lib/server/index/engine/driver';
import { listed, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { KeyCode } from '@/lib/server/index/extraction/conditions';
import type { IndexQuery } from '@/lib/server/index/store';
import { refuseUnlessKept } from '@/lib/server/index/transcripts/kept';
import { type CreatedRange, saidConditions } from '@/lib/server/index/transcripts/said';
import { familyOf } from './family';

/** The numbers that stand for what a query names; what no call ever said has none. */
export type Codes = {
  /** Of words, by kind and word. */
  words: ReadonlyMap<string, number>;
  /** Of the combinations that a word is in, by the kind and the code of the word. */
  sets: ReadonlyMap<string, readonly number[]>;
  /** The ids of the family that is asked for. */
  family: readonly string[];
  /** What has to be said on a call. */
  said: readonly Sql[];
};

const codeRow = z.object({ kind: z.string(), code: z.number(), value: z.string() });
const setsRow = z.object({ kind: z.string(), code: z.number(), sets: z.string() });

/**
 * Looks the words of a query up once, so that each call is compared with numbers only. What they tell holds for calls
 * that began within `range`; who asks about others too gives a wider one.
 */
export async function codesOf(
  reader: Pick<Session, 'query'>,
  query: IndexQuery,
  range: CreatedRange = query,
): Promise<Codes> {
  const people = [
    ...[query.viewed_by, query.not_viewed_by].flatMap((who) => who?.toLowerCase() ?? []),
    ...[query.rated_by, query.not_rated_by].flatMap((who) => addressOf(who) || []),
  ];
  const words = LIST_FILTER_KEYS.flatMap((key) => [
    ...(query[key] ?? []),
    ...(query[excludeKey(key)] ?? []),
  ]);
  const values = [...words, ...people, ...(query.type ? [query.type] : []), ...keysIn(query)];
  const family = query.family === undefined ? [] : (await familyOf(reader, query.family)).ids;
  const said = await saidConditions(reader, query.said, range);
  if (asksMeasures(query)) await refuseUnlessKept(reader);
  if (values.length === 0) return { words: new Map(), sets: new Map(), family, said };
  const rows = await reader.query(
    sql`SELECT kind, code, value FROM dimension WHERE value IN (${listed(values)}) AND (code <> 0 OR kind <> 'extracted')`,
    codeRow,
  );
  return {
    words: new Map(rows.map(({ kind, code, value }) => [`${kind} ${value}`, code])),
    sets: await setsOf(reader, values),
    family,
    said,
  };
}

/** The code of a key of extractions; -1 of one that no call has. */
export function keyCodeIn({ words }: Codes): KeyCode {
  return (key) => words.get(`extracted ${key}`) ?? -1;
}

/** The keys of extractions that a query asks about. */
function keysIn(query: IndexQuery): string[] {
  const { sort_by } = query;
  return [
    ...extractedConditions(query).map(({ key }) => key),
    ...(sort_by !== undefined && isExtractedName(sort_by) ? [sort_by.slice(2)] : []),
  ];
}

/** One row for each word, with its combinations as text: there may be thousands. */
async function setsOf(
  reader: Pick<Session, 'query'>,
  values: readonly string[],
): Promise<Map<string, number[]>> {
  const rows = await reader.query(
    sql`SELECT m.kind, m.code, string_agg(CAST(m.set_code AS VARCHAR), ',') AS sets
        FROM set_member m JOIN dimension d ON d.kind = m.kind AND d.code = m.code
        WHERE d.value IN (${listed(values)}) GROUP BY m.kind, m.code`,
    setsRow,
  );
  return new Map(
    rows.map(({ kind, code, sets }) => [`${kind} ${code}`, sets.split(',').map(Number)]),
  );
}
