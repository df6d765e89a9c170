import * as z from 'zod';
import type { FacetsResponse, FacetValue } from '@/lib/call/answers/index-responses';
import { ASKED_MEASURES, type AskedMeasure, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import { BOUNDED, type Bounded, excludeKey } from '@/lib/call/query/filters';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Session } from '@/lib/server/index/engine/driver';
import { join, listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { ofAskedMeasures } from '@/lib/server/index/measures';
import type { IndexQuery } from '@/lib/server/index/store';
import { type Conditions, FLAGS, type Owner, PLACES, placeKeys } from './conditions';
import { barsOf, barsQuestion, measureScales, type Scale, scaleOf } from './histograms';
import type { Overview } from './overview';

type Reader = Pick<Session, 'query'>;
type Facets = Omit<FacetsResponse, 'meta'>;

const numberOrNull = z.nullable(z.number());
const row = z.object({
  facet: z.string(),
  value: z.nullable(z.string()),
  label: z.nullable(z.string()),
  count: z.number(),
  min: numberOrNull,
  max: numberOrNull,
});
type Row = z.infer<typeof row>;
const nameRow = z.object({ kind: z.string(), value: z.string(), label: z.nullable(z.string()) });

/** Everything that the sidebar shows, each counted with all conditions but its own. */
export async function readFacets(
  reader: Reader,
  conditions: Conditions,
  query: IndexQuery,
  overview: Overview,
): Promise<Facets> {
  const measures = overview.measured > 0 ? ASKED_MEASURES : [];
  const scales: Scales = {
    duration: scaleOf('duration', { max: overview.longest, mean: overview.mean_duration }),
    cost: scaleOf('total', { max: overview.dearest, mean: overview.mean_total }),
    ...(query.measures && measureScales(overview)),
  };
  const [rows, named] = await Promise.all([
    reader.query(question(conditions, scales, measures), row),
    namesOfChosen(reader, query),
  ]);
  const of = (name: string) => rows.filter(({ facet }) => facet === name);
  const range = (owner: Bounded | 'created') => of(`range ${owner}`)[0];
  const facet = (key: keyof Facets['facets']) =>
    withChosen(key, of(key).flatMap(asValue), chosenOf(query, key), named);
  const flag = (name: keyof Facets['flags']) => of(`flag ${name}`)[0]?.count ?? 0;
  return {
    count: of('all')[0]?.count ?? 0,
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
      duration: scaledRange(range('duration'), MS),
      cost: scaledRange(range('cost'), MICROS),
      ...ofAskedMeasures((key) => scaledRange(range(key), MEASURE_STEPS[key])),
      created: {
        min: instant(range('created')?.min),
        max: instant(range('created')?.max),
      },
    },
    histograms: {
      duration: barsOf(of('bars duration').map(asBar), scales.duration ?? null, MS),
      cost: barsOf(of('bars cost').map(asBar), scales.cost ?? null, MICROS),
      ...(query.measures &&
        ofAskedMeasures((key) =>
          barsOf(of(`bars ${key}`).map(asBar), scales[key] ?? null, MEASURE_STEPS[key]),
        )),
    },
    flags: {
      has_notes: flag('has_notes'),
      flagged: flag('flagged'),
      rated: flag('rated'),
      contested: flag('contested'),
      has_cost: flag('has_cost'),
      has_outcome: flag('has_outcome'),
    },
  };
}

type Scales = Partial<Record<Bounded, Scale | null>>;

const MS = 1000;
const MICROS = 1_000_000;

/**
 * One statement for all of it. Conditions that have to look into each call (search, clocks, family) are judged
 * once, and what they leave is counted; all others are cheap enough to be judged anew by each count.
 */
function question(conditions: Conditions, scales: Scales, measures: readonly AskedMeasure[]): Sql {
  const { costly } = conditions;
  const source = raw(costly ? 'left_over' : 'call');
  const where = (...owners: Owner[]) =>
    costly ? conditions.cheap(...owners) : conditions.except(...owners);
  const counts = join(
    [
      sql`SELECT 'all' AS facet, ${NOTHING} AS value, ${NOTHING} AS label, count(*) AS count, ${NO_RANGE} FROM ${source} WHERE ${where()}`,
      ...placeKeys().map((key) => valuesQuestion(key, source, where(key))),
      ...FLAGS.map(
        ([flag, condition]) =>
          sql`SELECT ${`flag ${flag}`}, ${NOTHING}, ${NOTHING}, count(*), ${NO_RANGE} FROM ${source} WHERE ${where(flag)} AND ${raw(condition)}`,
      ),
      ...[...RANGES, ...measures.map((key) => [key, key] as const)].map(([owner, column]) =>
        rangeQuestion(owner, raw(column), source, where(owner)),
      ),
      ...BOUNDED.flatMap((owner) => {
        const scale = scales[owner];
        if (!scale) return [];
        const bars = barsQuestion(scale, source, where(owner));
        return [
          sql`SELECT ${`bars ${owner}`}, CAST(b.bar AS VARCHAR), ${NOTHING}, b.n, ${NO_RANGE} FROM (${bars}) b`,
        ];
      }),
    ],
    ' UNION ALL ',
  );
  if (!costly) return counts;
  return sql`WITH left_over AS MATERIALIZED (SELECT ${COUNTED} FROM call WHERE ${costly}) ${counts}`;
}

const NOTHING = raw('CAST(NULL AS VARCHAR)');
const NO_RANGE = raw('CAST(NULL AS BIGINT) AS min, CAST(NULL AS BIGINT) AS max');
const RANGES = [
  ['duration', 'duration'],
  ['cost', 'total'],
  ['created', 'created'],
] as const;
/** Whatever any of the counts asks about. */
const COUNTED = raw(
  [
    ...Object.values(PLACES).map(({ column }) => column),
    'duration, total, created, has_notes, flagged, fruitless, contested',
    ...ASKED_MEASURES,
  ].join(', '),
);

/**
 * Codes are counted first and named after: a word is looked up once and not with every call. Code 0 is that of calls
 * without any value.
 */
function valuesQuestion(key: keyof typeof PLACES, source: Sql, where: Sql): Sql {
  const place = PLACES[key];
  const counted = sql`SELECT ${raw(place.column)} AS code, count(*) AS n FROM ${source} WHERE ${where} GROUP BY 1`;
  if ('word' in place) {
    return sql`SELECT ${key}, CASE WHEN g.code = 0 THEN ${NO_VALUE} ELSE d.value END, d.label, g.n, ${NO_RANGE}
               FROM (${counted}) g LEFT JOIN dimension d ON d.kind = ${place.word} AND d.code = g.code`;
  }
  return sql`SELECT ${key}, CASE WHEN g.code = 0 THEN ${NO_VALUE} ELSE d.value END AS word, max(d.label), CAST(sum(g.n) AS BIGINT), ${NO_RANGE}
             FROM (${counted}) g
             LEFT JOIN set_member m ON m.kind = ${place.list} AND m.set_code = g.code
             LEFT JOIN dimension d ON d.kind = ${place.list} AND d.code = m.code
             GROUP BY word`;
}

function rangeQuestion(owner: string, column: Sql, source: Sql, where: Sql): Sql {
  return sql`SELECT ${`range ${owner}`}, ${NOTHING}, ${NOTHING}, count(${column}), min(${column}), max(${column})
             FROM ${source} WHERE ${where}`;
}

function asValue({ value, label, count }: Row) {
  return value === null ? [] : [{ value, label, count }];
}

function asBar({ value, count }: Row) {
  return { bar: Number(value), count };
}

function scaledRange(found: Row | undefined, unit: number) {
  const scaled = (value: number | null | undefined) =>
    value === null || value === undefined ? null : value / unit;
  return { min: scaled(found?.min), max: scaled(found?.max) };
}

function instant(ms: number | null | undefined): string | null {
  return ms === null || ms === undefined ? null : new Date(ms).toISOString();
}

type Names = Map<string, string | null>;

/** Labels of values that are chosen or left out, which no call may have any more. */
async function namesOfChosen(reader: Reader, query: IndexQuery): Promise<Names> {
  const values = placeKeys().flatMap((key) => chosenOf(query, key));
  if (values.length === 0) return new Map();
  const rows = await reader.query(
    sql`SELECT kind, value, label FROM dimension WHERE value IN (${listed(values)})`,
    nameRow,
  );
  return new Map(rows.map(({ kind, value, label }) => [`${kind} ${value}`, label]));
}

function chosenOf(query: IndexQuery, key: keyof typeof PLACES): string[] {
  if (key === 'type') return query.type ? [query.type] : [];
  return [...(query[key] ?? []), ...(query[excludeKey(key)] ?? [])];
}

/** Most frequent first, and at the end the calls without any; what is chosen stays even where no call is left. */
function withChosen(
  key: keyof typeof PLACES,
  rows: readonly { value: string; label: string | null; count: number }[],
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
    .sort(
      (a, b) =>
        Number(a.value === NO_VALUE) - Number(b.value === NO_VALUE) ||
        b.count - a.count ||
        compare(a.label, b.label) ||
        compare(a.value, b.value),
    );
  return withDistinctLabels(sorted);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
