import * as z from 'zod';
import { type SaidTerm, saidTerms } from '@/lib/call/query/said';
import { hasTerm } from '@/lib/call/transcript/said-hits';
import type { Reader } from '@/lib/server/index/engine/driver';
import { all, amongNumbers, join, listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { IndexQuery } from '@/lib/server/index/store';
import { refuseUnlessKept } from './kept';
import { digestOf, SIDE_BITS } from './postings';
import { eachText } from './texts';

/** When calls began; open where nothing bounds it. */
export type CreatedRange = Pick<IndexQuery, 'from' | 'to'>;

const placeRow = z.object({ place: z.number() });

/**
 * What calls must fulfil so that all of `said` was said on them. Words are looked up by what each call has; for phrases
 * the calls that have their words are read, of those that began within `range`: of others nothing is told.
 * @throws {CallscopeError} `transcripts_off` where what was said is not kept
 */
export async function saidConditions(
  reader: Reader,
  said: string | undefined,
  range: CreatedRange,
): Promise<Sql[]> {
  if (said === undefined) return [];
  await refuseUnlessKept(reader);
  const terms = saidTerms(said);
  if (terms.length === 0) return [raw('false')];
  const words = terms.filter(isWord).map(hasWord);
  const phrases = terms.filter((term) => !isWord(term));
  if (phrases.length === 0) return words;
  const candidates = await reader.query(
    sql`SELECT place FROM transcript WHERE ${all([...inRange(range), ...words, ...phrases.map(hasWordsOf)])}`,
    placeRow,
  );
  const places: number[] = [];
  await eachText(
    reader,
    candidates.map(({ place }) => place),
    (place, turns) => {
      if (phrases.every((term) => hasTerm(turns, term))) places.push(place);
    },
  );
  return [...words, amongNumbers('place', places)];
}

function inRange({ from, to }: CreatedRange): Sql[] {
  const bounds = [
    ...(from === undefined ? [] : [sql`created >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`created <= ${Date.parse(to)}`]),
  ];
  return bounds.length === 0 ? [] : [sql`place IN (SELECT place FROM call WHERE ${all(bounds)})`];
}

function isWord({ words }: SaidTerm): boolean {
  return words.length === 1;
}

function hasWord(term: SaidTerm): Sql {
  const pieces = postings(term).map((piece) => sql`SELECT place FROM ${piece}`);
  return sql`place IN (${join(pieces, ' UNION ALL ')})`;
}

/** Whether a call has all words of a phrase, and one side said all of them. */
function hasWordsOf(term: SaidTerm): Sql {
  const pieces = postings(term).map((piece) => sql`SELECT place, sides FROM ${piece}`);
  return sql`place IN (SELECT place FROM (${join(pieces, ' UNION ALL ')}) GROUP BY place
    HAVING count(*) = ${new Set(term.words).size} AND bit_and(sides) <> 0)`;
}

/** The rows of the words of a term, in both tables. */
function postings({ words, side }: SaidTerm): Sql[] {
  const digests = [...new Set(words)].map(digestOf);
  const isTheirs = side === null ? raw('true') : sql`(sides & ${SIDE_BITS[side]}) <> 0`;
  return ['spoken', 'spoken_new'].map(
    (table) => sql`${raw(table)} WHERE word IN (${listed(digests)}) AND ${isTheirs}`,
  );
}
