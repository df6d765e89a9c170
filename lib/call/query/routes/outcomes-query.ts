import { successesCodec } from '@/lib/call/costs/success-definitions';
import type { CallsQuery } from '@/lib/call/query/filters';
import { parseQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';
import type { Value } from '@/lib/call/values/codec';
import { costsCodecs } from './costs-query';
import { fieldCodec } from './field-query';

/** What `GET /api/outcomes` takes beside the filters. */
export const outcomesCodecs = { ...costsCodecs, successes: successesCodec } as const;
/** What `GET /api/outcomes/values` takes: the key whose numbers are added up. */
export const outcomeValuesCodecs = { ...costsCodecs, field: fieldCodec } as const;
/** What `GET /api/outcomes/pairs` takes: the key along the axis, and the one up. */
export const outcomePairsCodecs = { field: fieldCodec, against: fieldCodec } as const;
/** What `GET /api/outcomes/fields` takes: a key, to be told more of it. */
export const outcomeFieldsCodecs = { field: fieldCodec } as const;

type Asked<Codecs> = { [K in keyof Codecs]?: Value<Codecs[K]> };

export type OutcomesQuery = CallsQuery & Asked<typeof outcomesCodecs>;
export type OutcomeValuesQuery = CallsQuery & Asked<typeof outcomeValuesCodecs> & { field: string };
export type OutcomePairsQuery = CallsQuery & { field: string; against: string };
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
  const { field = '', against = '' } = query;
  const same = field !== '' && field === against;
  return {
    query: { ...query, field, against },
    problems: [
      ...problems,
      ...missing({ field, against }, problems),
      ...(same ? [{ field: 'against', message: 'must be another key than field' }] : []),
    ],
  };
}

/** What is not there, and of what nothing is said yet. */
function missing(
  keys: Readonly<Record<string, string>>,
  problems: readonly ParameterProblem[],
): ParameterProblem[] {
  return Object.entries(keys).flatMap(([field, key]) =>
    key === '' && !problems.some((each) => each.field === field)
      ? [{ field, message: 'is missing' }]
      : [],
  );
}

export function parseOutcomeFieldsQuery(params: Params): Parsed<OutcomeFieldsQuery> {
  return parseQuery(params, outcomeFieldsCodecs);
}
