import * as z from 'zod';
import { excludeKey } from '@/lib/call/filters';
import type { FacetsResponse, FacetValue } from '@/lib/call/index-responses';
import { type Conditions, FLAGS, type Owner, PLACES, placeKeys } from './conditions';
import type { Session } from './driver';
import { histogramsOf } from './histograms';
import { join, listed, raw, type Sql, sql } from './sql';
import type { IndexQuery } from './store';

type Reader = Pick<Session, 'query'>;
type Facets = Omit<FacetsResponse, 'meta'>;

const valueRow = z.object({
  facet: z.string(),
  value: z.string(),
  label: z.nullable(z.string()),
  count: z.number(),
});
const numberOrNull = z.nullable(z.number());
const figureRow = z.object({
  count: z.number(),
  has_notes: z.number(),
  flagged: z.number(),
  rated: z.number(),
  has_cost: z.number(),
  has_outcome: z.number(),
});
const rangeRow = z.object({ min: numberOrNull, max: numberOrNull, mean: numberOrNull });
export type Range = z.infer<typeof rangeRow>;

/** Everything that the sidebar shows, each counted with all conditions but its own. */
export async function readFacets(
  reader: Reader,
  conditions: Conditions,
  query: IndexQuery,
): Promise<Facets> {
  const [values, figures, duration, cost, created] = await Promise.all([
    reader.query(valuesQuestion(conditions), valueRow),
    readFigures(reader, conditions),
    readRange(reader, conditions, 'duration', 'duration'),
    readRange(reader, conditions, 'cost', 'total'),
    readRange(reader, conditions, 'created', 'created'),
  ]);
  const [named, histograms] = await Promise.all([
    namesOfChosen(reader, query),
    histogramsOf(reader, conditions, { duration, cost }),
  ]);
  const { count, ...flags } = figures;
  const facet = (key: keyof Facets['facets']) =>
    withChosen(
      key,
      values.filter((row) => row.facet === key),
      chosenOf(query, key),
      named,
    );
  return {
    count,
    facets: {
      type: facet('type'),
      statuses: facet('statuses'),
      tags: facet('tags'),
      models: facet('models'),
      ratings: facet('ratings'),
      use_cases: facet('use_cases'),
      campaigns: facet('campaigns'),
      agents: facet('agents'),
      languages: facet('languages'),
      providers: facet('providers'),
      classifications: facet('classifications'),
    },
    ranges: {
      duration: scaledRange(duration, 1000),
      cost: scaledRange(cost, 1_000_000),
      created: { min: instant(created.min), max: instant(created.max) },
    },
    histograms,
    flags,
  };
}

/** Codes are counted first and named after: a word is looked up once and not with every call. */
function valuesQuestion(conditions: Conditions): Sql {
  const facets = placeKeys().map((key) => {
    const place = PLACES[key];
    const column = raw(place.column);
    const counted = sql`SELECT ${column} AS code, count(*) AS n FROM call WHERE ${conditions.except(key)} GROUP BY 1`;
    if ('word' in place) {
      return sql`SELECT ${key} AS facet, d.value, d.label, g.n AS count
                 FROM (${counted}) g JOIN dimension d ON d.kind = ${place.word} AND d.code = g.code
                 WHERE g.code <> 0`;
    }
    return sql`SELECT ${key} AS facet, d.value, max(d.label) AS label, CAST(sum(g.n) AS BIGINT) AS count
               FROM (${counted}) g
               JOIN set_member m ON m.kind = ${place.list} AND m.set_code = g.code
               JOIN dimension d ON d.kind = ${place.list} AND d.code = m.code
               GROUP BY d.value`;
  });
  return join(facets, ' UNION ALL ');
}

async function readFigures(reader: Reader, conditions: Conditions) {
  const own = FLAGS.filter(([flag]) => conditions.has(flag));
  const counts = FLAGS.map(([flag, condition]) =>
    raw(`count(*) FILTER (WHERE ${condition}) AS ${flag}`),
  );
  const [row] = await reader.query(
    sql`SELECT count(*) AS count, ${join(counts, ', ')} FROM call WHERE ${conditions.except()}`,
    figureRow,
  );
  const figures = row ?? figureRow.parse({});
  for (const [flag, condition] of own) {
    const [alone] = await reader.query(
      sql`SELECT count(*) AS count FROM call WHERE ${conditions.except(flag)} AND (${raw(condition)})`,
      z.object({ count: z.number() }),
    );
    figures[flag] = alone?.count ?? 0;
  }
  return figures;
}

async function readRange(
  reader: Reader,
  conditions: Conditions,
  owner: Owner,
  column: string,
): Promise<Range> {
  const name = raw(column);
  const [row] = await reader.query(
    sql`SELECT min(${name}) AS min, max(${name}) AS max, CAST(avg(${name}) AS DOUBLE PRECISION) AS mean
        FROM call WHERE ${conditions.except(owner)}`,
    rangeRow,
  );
  return row ?? { min: null, max: null, mean: null };
}

function scaledRange({ min, max }: Range, factor: number) {
  return { min: min === null ? null : min / factor, max: max === null ? null : max / factor };
}

function instant(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}

type Names = Map<string, string | null>;

/** Labels of values that are chosen or left out, which no call may have any more. */
async function namesOfChosen(reader: Reader, query: IndexQuery): Promise<Names> {
  const values = placeKeys().flatMap((key) => chosenOf(query, key));
  if (values.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT kind AS facet, value, label, 0 AS count FROM dimension WHERE value IN (${listed(values)})`,
    valueRow,
  );
  return new Map(rows.map(({ facet, value, label }) => [`${facet} ${value}`, label]));
}

function chosenOf(query: IndexQuery, key: keyof typeof PLACES): string[] {
  if (key === 'type') return query.type ? [query.type] : [];
  return [...(query[key] ?? []), ...(query[excludeKey(key)] ?? [])];
}

/** Most frequent first; what is chosen stays in the list even where no call is left. */
function withChosen(
  key: keyof typeof PLACES,
  rows: z.infer<typeof valueRow>[],
  chosen: readonly string[],
  names: Names,
): FacetValue[] {
  const place = PLACES[key];
  const kind = 'word' in place ? place.word : place.list;
  const missing = [...new Set(chosen)]
    .filter((value) => !rows.some((row) => row.value === value))
    .map((value) => ({ value, label: names.get(`${kind} ${value}`) ?? null, count: 0 }));
  const sorted = [...rows, ...missing]
    .map(({ value, label, count }) => ({ value, label: label ?? value, count }))
    .sort((a, b) => b.count - a.count || compare(a.label, b.label) || compare(a.value, b.value));
  return withDistinctLabels(sorted);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Two use cases may share a name; then the end of the id tells them apart. */
export function withDistinctLabels<T extends { value: string | null; label: string }>(
  values: readonly T[],
): T[] {
  const seen = new Map<string, number>();
  for (const { label } of values) seen.set(label, (seen.get(label) ?? 0) + 1);
  return values.map((each) =>
    each.value !== null && each.value !== each.label && (seen.get(each.label) ?? 0) > 1
      ? { ...each, label: `${each.label} (…${each.value.slice(-4)})` }
      : each,
  );
}
