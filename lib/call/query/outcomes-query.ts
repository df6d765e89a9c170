import { successesCodec } from '@/lib/call/costs/success-definitions';
import { text, type Value } from '@/lib/call/values/codec';
import { costsCodecs } from './costs-query';
import { isExtractedKey } from './extracted';
import type { CallsQuery } from './filters';
import { type ParameterProblem, parseQuery } from './query';

/** A key of what was found out, without `x.` before it. */
export const fieldCodec = text((key) =>
  isExtractedKey(key) ? undefined : 'is not the key of an extracted value',
);

/** What is shown of the numbers under a key. */
export const STATISTICS = ['median', 'mean', 'sum', 'spread'] as const;
export type Statistic = (typeof STATISTICS)[number];

/** What `GET /api/outcomes` takes beside the filters. */
export const outcomesCodecs = { ...costsCodecs, successes: successesCodec } as const;
/** What `GET /api/outcomes/values` takes: the key whose numbers are added up. */
export const outcomeValuesCodecs = { ...costsCodecs, field: fieldCodec } as const;
/** What `GET /api/outcomes/pairs` takes: two keys with numbers. */
export const outcomePairsCodecs = { x: fieldCodec, y: fieldCodec } as const;
/** What `GET /api/outcomes/fields` takes: a key, to be told more of it. */
export const outcomeFieldsCodecs = { field: fieldCodec } as const;

type Asked<Codecs> = { [K in keyof Codecs]?: Value<Codecs[K]> };
type Needed<Key extends string> = { [K in Key]: string };

export type OutcomesQuery = CallsQuery & Asked<typeof outcomesCodecs>;
export type OutcomeValuesQuery = CallsQuery & Asked<typeof outcomeValuesCodecs> & Needed<'field'>;
export type OutcomePairsQuery = CallsQuery & Needed<'x' | 'y'>;
export type OutcomeFieldsQuery = CallsQuery & Asked<typeof outcomeFieldsCodecs>;

type Parsed<Query> = { query: Query; problems: ParameterProblem[] };
type Params = Iterable<[string, string]>;

/** Reads the parameters of `GET /api/outcomes` strictly, as `parseCallsQuery` does those of the list; so do the others. */
export function parseOutcomesQuery(params: Params): Parsed<OutcomesQuery> {
  return parseQuery(params, outcomesCodecs);
}

export function parseOutcomeValuesQuery(params: Params): Parsed<OutcomeValuesQuery> {
  const { query, problems } = parseQuery(params, outcomeValuesCodecs);
  const { field = '' } = query;
  return { query: { ...query, field }, problems: [...problems, ...missing({ field }, problems)] };
}

export function parseOutcomePairsQuery(params: Params): Parsed<OutcomePairsQuery> {
  const { query, problems } = parseQuery(params, outcomePairsCodecs);
  const { x = '', y = '' } = query;
  return { query: { ...query, x, y }, problems: [...problems, ...missing({ x, y }, problems)] };
}

export function parseOutcomeFieldsQuery(params: Params): Parsed<OutcomeFieldsQuery> {
  return parseQuery(params, outcomeFieldsCodecs);
}

/** What has to be there and is not; what could not be read was told. */
function missing(
  needed: Readonly<Record<string, string>>,
  told: readonly ParameterProblem[],
): ParameterProblem[] {
  return Object.entries(needed).flatMap(([field, value]) =>
    value === '' && !told.some((each) => each.field === field)
      ? [{ field, message: 'is missing' }]
      : [],
  );
}
