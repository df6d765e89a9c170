import * as z from 'zod';
import { type SaidTerm, saidTerms } from '@/lib/call/query/said';
import { hasTerm } from '@/lib/call/transcript/said-hits';
import type { Reader } from '@/lib/server/index/engine/driver';
import { all, amongNumbers, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import type { IndexQuery } from '@/lib/server/index/store';
import { refuseUnlessKept } from './kept';
import { withVerdicts } from './phrases';
import { digestOf, SIDE_BITS } from './postings';
import { readSpoken, type SpokenAt } from './spoken';
import { eachText } from './texts';

/** When calls began; open where nothing bounds it. */
export type CreatedRange = Pick<IndexQuery, 'from' | 'to'>;

const stampRow = z.object({ stamp: z.number(), places: z.string() });

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
  const digests = new Set(terms.flatMap(({ words }) => words.map(digestOf)));
  const spoken = await readSpoken(reader, [...digests]);
  const candidates = placesOf(terms, spoken);
  const phrases = terms.filter(({ words }) => words.length > 1);
  if (phrases.length === 0 || candidates.length === 0) return [amongNumbers('place', candidates)];
  return [amongNumbers('place', await placesWith(reader, { phrases, candidates, range }))];
}

/** The calls on which all words of each term were said, those of one term by one side. */
function placesOf(terms: readonly SaidTerm[], spoken: ReadonlyMap<number, SpokenAt>): number[] {
  const asked = terms.map(({ side, words }) => ({
    bits: side === null ? 255 : SIDE_BITS[side],
    spoken: words.flatMap((word) => spoken.get(digestOf(word)) ?? []),
  }));
  const places: number[] = [];
  const end = asked[0]?.spoken[0]?.length ?? 0;
  for (let place = 0; place < end; place += 1) {
    const isThere = asked.every(({ bits, spoken }) => {
      let by = bits;
      for (const word of spoken) by &= word[place] ?? 0;
      return by !== 0;
    });
    if (isThere) places.push(place);
  }
  return places;
}

type Phrases = {
  phrases: readonly SaidTerm[];
  /** The calls that have their words. */
  candidates: readonly number[];
  range: CreatedRange;
};

/** Those of the candidates that have the phrases: only texts that nobody has looked into for them are read. */
function placesWith(reader: Reader, { phrases, candidates, range }: Phrases) {
  const key = JSON.stringify(phrases.map(({ side, words }) => [side, words]));
  return withVerdicts(key, async (verdicts) => {
    const stamps = await stampsOf(reader, candidates, range);
    const unknown = new Map(
      stamps.filter(([place, stamp]) => verdicts.of(place, stamp) === undefined),
    );
    await eachText(reader, [...unknown.keys()], (place, turns) => {
      const isThere = phrases.every((term) => hasTerm(turns, term));
      verdicts.note(place, unknown.get(place) ?? 0, isThere);
    });
    return stamps.flatMap(([place, stamp]) => (verdicts.of(place, stamp) ? [place] : []));
  });
}

/** The stamps of the candidates' texts. As text: each row of an answer has its cost. */
async function stampsOf(
  reader: Reader,
  candidates: readonly number[],
  range: CreatedRange,
): Promise<[place: number, stamp: number][]> {
  const rows = await reader.query(
    sql`SELECT coalesce(stamp, 0) AS stamp, string_agg(CAST(place AS VARCHAR), ',') AS places FROM transcript
        WHERE ${all([amongNumbers('place', candidates), ...inRange(range)])} GROUP BY 1`,
    stampRow,
  );
  return rows.flatMap(({ stamp, places }) =>
    places.split(',').map((place): [number, number] => [Number(place), stamp]),
  );
}

function inRange({ from, to }: CreatedRange): Sql[] {
  const bounds = [
    ...(from === undefined ? [] : [sql`created >= ${Date.parse(from)}`]),
    ...(to === undefined ? [] : [sql`created <= ${Date.parse(to)}`]),
  ];
  return bounds.length === 0 ? [] : [sql`place IN (SELECT place FROM call WHERE ${all(bounds)})`];
}
