import { ASKED_MEASURES, MEASURE_STEPS } from '@/lib/call/conversation/keys';
import type { ExtractedName } from '@/lib/call/query/extracted';
import {
  ANYONE,
  type Bounded,
  excludeKey,
  isSampled,
  type ListFilterKey,
} from '@/lib/call/query/filters';
import { searchTerms } from '@/lib/call/query/search';
import { addressOf } from '@/lib/call/review/review';
import { NO_VALUE } from '@/lib/call/values/terms';
import {
  all,
  amongIds,
  amongNumbers,
  listed,
  raw,
  type Sql,
  sql,
} from '@/lib/server/index/engine/sql';
import { extractedConditionsOf } from '@/lib/server/index/extraction/conditions';
import type { IndexQuery } from '@/lib/server/index/store';
import type { DimensionKind, ListKind } from '@/lib/server/index/write/dimensions';
import { hourOf, type QuarterSpan, weekdayOf } from './clocks';
import { type Codes, keyCodeIn } from './codes';
import { type Order, orderIn } from './order';
import { inSample } from './sample';

/** What a condition belongs to: facets, ranges and flags are counted without their own. */
export type Owner =
  | ListFilterKey
  | 'type'
  | Bounded
  | 'created'
  | 'has_notes'
  | 'flagged'
  | 'rated'
  | 'contested'
  | 'has_cost'
  | 'has_outcome'
  | ExtractedName
  | 'other';

type Place = { column: string } & ({ word: DimensionKind } | { list: ListKind });

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

/** What calls must fulfil, by what the conditions belong to. */
export type Conditions = {
  /** Every condition, but those of some owners. */
  except(...owners: Owner[]): Sql;
  /** The conditions of one owner. */
  only(owner: Owner): Sql;
  /** Those that have to look into each call, so that they should be judged once only; null: there are none. */
  costly: Sql | null;
  /** All but those, and those of some owners. */
  cheap(...owners: Owner[]): Sql;
  /** In which order the calls are listed. */
  order: Order;
};

export function conditionsOf(query: IndexQuery, span: QuarterSpan, codes: Codes): Conditions {
  const owned: [Owner, Sql][] = [
    ['other', raw('absences < 2')],
    ...listConditions(query, codes),
    ...rangeConditions(query),
    ...flagConditions(query),
    ...extractedConditionsOf(query, keyCodeIn(codes)),
    ...otherConditions(query, span, codes).map((condition): [Owner, Sql] => ['other', condition]),
  ];
  const order = orderIn(query, codes);
  if (!isSampled(query)) return { ...conditionsIn(owned), order };
  // All conditions together decide who is in the sample: it has none that could be left out.
  const drawn = inSample(query, conditionsIn(owned).except());
  return { ...conditionsIn([['other', drawn]], true), order };
}

function conditionsIn(owned: readonly [Owner, Sql][], isSample = false): Omit<Conditions, 'order'> {
  const together = (isWanted: (owner: Owner) => boolean) =>
    all(owned.filter(([owner]) => isWanted(owner)).map(([, condition]) => condition));
  // Nobody in the list is gone: that alone costs nothing.
  const isCostly = isSample || owned.filter(([owner]) => looksInto(owner)).length > 1;
  return {
    except: (...owners) => together((owner) => !owners.includes(owner)),
    only: (wanted) => together((owner) => owner === wanted),
    costly: isCostly ? together(looksInto) : null,
    cheap: (...owners) => together((owner) => !looksInto(owner) && !owners.includes(owner)),
  };
}

function looksInto(owner: Owner): boolean {
  return owner === 'other' || owner.startsWith('x.');
}

function listConditions(query: IndexQuery, codes: Codes): [Owner, Sql][] {
  const anyOf = (place: Place, values: readonly string[]) => anyCode(place, values, codes);
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
function anyCode(place: Place, values: readonly string[], codes: Codes): Sql {
  const kind = 'word' in place ? place.word : place.list;
  const wanted = values.flatMap((value) =>
    value === NO_VALUE ? [0] : (codes.words.get(`${kind} ${value}`) ?? []),
  );
  if ('word' in place) return amongNumbers(place.column, wanted);
  const sets = wanted.flatMap((code) =>
    code === 0 ? [0] : (codes.sets.get(`${kind} ${code}`) ?? []),
  );
  return amongNumbers(place.column, [...new Set(sets)]);
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
    ...ASKED_MEASURES.flatMap((key): [Owner, string, '>=' | '<=', number | undefined][] => [
      [key, key, '>=', scaled(query[`min_${key}`], MEASURE_STEPS[key])],
      [key, key, '<=', scaled(query[`max_${key}`], MEASURE_STEPS[key])],
    ]),
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

/** By anyone; a rating counts also when nobody knows whose it is. */
export const RATED = 'rating_set <> 0';

/** The flags as conditions on a call. */
export const FLAGS = [
  ['has_notes', 'has_notes'],
  ['flagged', 'flagged'],
  ['rated', RATED],
  ['contested', 'contested'],
  ['has_cost', 'total IS NOT NULL'],
  ['has_outcome', 'NOT fruitless'],
] as const;

function otherConditions(query: IndexQuery, span: QuarterSpan, codes: Codes): Sql[] {
  const { search, transfer_contact_email: email, family } = query;
  const { viewed_by, not_viewed_by, rated_by, not_rated_by } = query;
  const conditions: Sql[] = [];
  if (search !== undefined) conditions.push(searched(search));
  if (email !== undefined) conditions.push(sql`transfer_email = ${email.toLowerCase()}`);
  if (viewed_by !== undefined) conditions.push(viewedBy(viewed_by, codes));
  if (not_viewed_by !== undefined) conditions.push(sql`NOT ${viewedBy(not_viewed_by, codes)}`);
  if (rated_by !== undefined) conditions.push(ratedBy(rated_by, codes));
  if (not_rated_by !== undefined) conditions.push(sql`NOT ${ratedBy(not_rated_by, codes)}`);
  if (family !== undefined)
    conditions.push(codes.family.length === 0 ? raw('false') : sql`id ${amongIds(codes.family)}`);
  return [...conditions, ...codes.said, ...clockConditions(query, span)];
}

function searched(search: string): Sql {
  const { text, number } = searchTerms(search);
  if (number === null) return sql`strpos(search, ${text}) > 0`;
  return sql`(strpos(search, ${text}) > 0 OR strpos(search, ${number}) > 0)`;
}

function viewedBy(who: string, codes: Codes): Sql {
  if (who === ANYONE) return raw('(viewer_set <> 0)');
  return anyCode({ column: 'viewer_set', list: 'viewer' }, [who.toLowerCase()], codes);
}

function ratedBy(who: string, codes: Codes): Sql {
  if (who === ANYONE) return raw(`(${RATED})`);
  return anyCode({ column: 'rater_set', list: 'rater' }, [addressOf(who)], codes);
}

function clockConditions({ weekdays, hours, timezone }: IndexQuery, span: QuarterSpan): Sql[] {
  const conditions: Sql[] = [];
  if (weekdays) conditions.push(sql`${weekdayOf(timezone, span)} IN (${listed(weekdays)})`);
  if (hours) conditions.push(sql`${hourOf(timezone, span)} IN (${listed(hours)})`);
  return conditions;
}
