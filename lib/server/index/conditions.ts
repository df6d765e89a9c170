import { ANYONE, excludeKey, type ListFilterKey, NO_VALUE } from '@/lib/call/filters';
import { all, listed, raw, type Sql, sql } from './sql';
import type { IndexQuery } from './store';
import type { ListKind, WordKind } from './words';
import { zonePeriods } from './zones';

/** What a condition belongs to: facets, ranges and flags are counted without their own. */
export type Owner =
  | ListFilterKey
  | 'type'
  | 'duration'
  | 'cost'
  | 'created'
  | 'has_notes'
  | 'flagged'
  | 'rated'
  | 'has_cost'
  | 'has_outcome'
  | 'other';

type Place = { column: string } & ({ word: WordKind } | { list: ListKind });

/** Where the index holds what each list filter asks about. */
export const PLACES = {
  statuses: { column: 'status', word: 'status' },
  tags: { column: 'tag_set', list: 'tag' },
  models: { column: 'model', word: 'model' },
  ratings: { column: 'rating_set', list: 'rating' },
  use_cases: { column: 'use_case', word: 'use_case' },
  campaigns: { column: 'campaign', word: 'campaign' },
  agents: { column: 'agent', word: 'agent' },
  languages: { column: 'language', word: 'language' },
  providers: { column: 'provider', word: 'provider' },
  classifications: { column: 'classification', word: 'classification' },
  type: { column: 'type', word: 'type' },
} as const satisfies Record<ListFilterKey | 'type', Place>;

/** The first and the last quarter-hour that conditions on clocks must know about. */
export type QuarterSpan = { first: number; last: number };

/** What calls must fulfil, by what the conditions belong to. */
export type Conditions = {
  /** Every condition, but those of some owners. */
  except(...owners: Owner[]): Sql;
  /** Whether an owner has a condition. */
  has(owner: Owner): boolean;
};

export function conditionsOf(query: IndexQuery, span: QuarterSpan): Conditions {
  const owned: [Owner, Sql][] = [
    ['other', raw('absences < 2')],
    ...listConditions(query),
    ...rangeConditions(query),
    ...flagConditions(query),
    ...otherConditions(query, span).map((condition): [Owner, Sql] => ['other', condition]),
  ];
  return {
    except: (...owners) =>
      all(owned.filter(([owner]) => !owners.includes(owner)).map(([, condition]) => condition)),
    has: (wanted) => owned.some(([owner]) => owner === wanted),
  };
}

function listConditions(query: IndexQuery): [Owner, Sql][] {
  return placeKeys().flatMap((key): [Owner, Sql][] => {
    if (key === 'type') return query.type ? [[key, anyOf(PLACES.type, [query.type])]] : [];
    const wanted = query[key];
    const unwanted = query[excludeKey(key)];
    return [
      ...(wanted ? [[key, anyOf(PLACES[key], wanted)] satisfies [Owner, Sql]] : []),
      ...(unwanted ? [[key, sql`NOT ${anyOf(PLACES[key], unwanted)}`] satisfies [Owner, Sql]] : []),
    ];
  });
}

/** The keys of {@link PLACES}, which `Object.keys` widens to text. */
export function placeKeys(): (keyof typeof PLACES)[] {
  return Object.keys(PLACES) as (keyof typeof PLACES)[];
}

/** Whether the call has one of the values; code 0 stands for none at all. */
function anyOf(place: Place, values: readonly string[]): Sql {
  const kind = 'word' in place ? place.word : place.list;
  const codes = sql`SELECT code FROM dimension WHERE kind = ${kind} AND value IN (${listed(values)})`;
  const none = values.includes(NO_VALUE) ? sql`${raw(place.column)} = 0 OR ` : raw('');
  if ('word' in place) return sql`(${none}${raw(place.column)} IN (${codes}))`;
  return sql`(${none}${raw(place.column)} IN (SELECT set_code FROM set_member WHERE kind = ${kind} AND code IN (${codes})))`;
}

function rangeConditions(query: IndexQuery): [Owner, Sql][] {
  const { from, to, min_duration, max_duration, min_cost, max_cost } = query;
  const bounds: [Owner, string, '>=' | '<=', number | undefined][] = [
    ['created', 'created', '>=', from === undefined ? undefined : Date.parse(from)],
    ['created', 'created', '<=', to === undefined ? undefined : Date.parse(to)],
    ['duration', 'duration', '>=', scaled(min_duration, 1000)],
    ['duration', 'duration', '<=', scaled(max_duration, 1000)],
    ['cost', 'total', '>=', scaled(min_cost, 1_000_000)],
    ['cost', 'total', '<=', scaled(max_cost, 1_000_000)],
  ];
  return bounds.flatMap(([owner, column, comparison, bound]) =>
    bound === undefined ? [] : [[owner, sql`${raw(`${column} ${comparison}`)} ${bound}`]],
  );
}

function scaled(value: number | undefined, factor: number): number | undefined {
  return value === undefined ? undefined : Math.round(value * factor);
}

function flagConditions(query: IndexQuery): [Owner, Sql][] {
  return FLAGS.flatMap(([flag, condition]) => {
    const wanted = query[flag];
    if (wanted === undefined) return [];
    return [[flag, raw(wanted ? condition : `NOT (${condition})`)] satisfies [Owner, Sql]];
  });
}

/** The flags as conditions on a call. */
export const FLAGS = [
  ['has_notes', 'has_notes'],
  ['flagged', 'flagged'],
  ['rated', 'rating_set <> 0'],
  ['has_cost', 'total IS NOT NULL'],
  ['has_outcome', 'NOT fruitless'],
] as const;

function otherConditions(query: IndexQuery, span: QuarterSpan): Sql[] {
  const { search, transfer_contact_email: email, viewed_by, not_viewed_by, family } = query;
  const conditions: Sql[] = [];
  if (search !== undefined) conditions.push(sql`strpos(search, ${search.toLowerCase()}) > 0`);
  if (email !== undefined) conditions.push(sql`transfer_email = ${email.toLowerCase()}`);
  if (viewed_by !== undefined) conditions.push(viewedBy(viewed_by));
  if (not_viewed_by !== undefined) conditions.push(sql`NOT ${viewedBy(not_viewed_by)}`);
  if (family !== undefined) conditions.push(inFamily(family));
  return [...conditions, ...clockConditions(query, span)];
}

function viewedBy(who: string): Sql {
  if (who === ANYONE) return raw('(viewer_set <> 0)');
  return anyOf({ column: 'viewer_set', list: 'viewer' }, [who.toLowerCase()]);
}

/** The call, the calls it repeats, and those that repeat it; a circle among them ends nowhere, but it ends. */
function inFamily(id: string): Sql {
  return sql`id IN (
    WITH RECURSIVE up AS (
      SELECT id, parent FROM call WHERE id = ${id}
      UNION SELECT c.id, c.parent FROM call c JOIN up ON c.id = up.parent
    ), down AS (
      SELECT id FROM call WHERE id = ${id}
      UNION SELECT c.id FROM call c JOIN down ON c.parent = down.id
    )
    SELECT id FROM up UNION SELECT id FROM down
  )`;
}

function clockConditions({ weekdays, hours, timezone }: IndexQuery, span: QuarterSpan): Sql[] {
  const conditions: Sql[] = [];
  if (weekdays) conditions.push(sql`${weekdayOf(timezone, span)} IN (${listed(weekdays)})`);
  if (hours) conditions.push(sql`${hourOf(timezone, span)} IN (${listed(hours)})`);
  return conditions;
}

/** The quarter-hour since 1970 as the clocks of a zone show it. */
export function localQuarter(timezone: string, { first, last }: QuarterSpan): Sql {
  const periods = zonePeriods(timezone, first, last);
  const [only] = periods;
  if (only && periods.length === 1) return raw(`(quarter + ${only.offset})`);
  const cases = periods.map(({ offset }, index) => {
    const end = periods[index + 1]?.start;
    return end === undefined ? `ELSE ${offset}` : `WHEN quarter < ${end} THEN ${offset}`;
  });
  return raw(`(quarter + CASE ${cases.join(' ')} END)`);
}

/** Days since 1970 by the clocks of the zone. */
export function localDay(timezone: string, span: QuarterSpan): Sql {
  return wholePart(localQuarter(timezone, span), 96);
}

/** 1 is Monday; the first of January 1970 was a Thursday. */
export function weekdayOf(timezone: string, span: QuarterSpan): Sql {
  return sql`((${localDay(timezone, span)} + 3) % 7 + 1)`;
}

export function hourOf(timezone: string, span: QuarterSpan): Sql {
  return sql`(${wholePart(localQuarter(timezone, span), 4)} % 24)`;
}

/** Division without a rest, in words that every engine takes the same way. */
function wholePart(value: Sql, divisor: number): Sql {
  const by = raw(String(divisor));
  return sql`CAST((${value} - ${value} % ${by}) / ${by} AS INTEGER)`;
}
