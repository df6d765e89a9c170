import type { Codec, Decoded } from './codec';
import {
  type CallsQuery,
  isRelativeRange,
  PARAMETER_KEYS,
  type ParameterKey,
  parameterCodecs,
} from './filters';

/** One parameter that was not understood: `message` completes the sentence that starts with the field's name. */
export type ParameterProblem = { field: string; message: string };

/**
 * Reads the parameters of a query strictly: all that is understood in `query`, all that is not named in
 * `problems`. Our API answers 400 when there is any problem; the page goes on without them and says so.
 * `foreign` are names that belong to somebody else and are passed over.
 */
export function parseCallsQuery(
  params: Iterable<[string, string]>,
  foreign: readonly string[] = [],
): { query: CallsQuery; problems: ParameterProblem[] } {
  const read: Record<string, unknown> = {};
  const problems: ParameterProblem[] = [];
  for (const [field, texts] of grouped(params)) {
    if (foreign.includes(field)) continue;
    const outcome = readParameter(field, texts);
    if ('problem' in outcome) problems.push({ field, message: outcome.problem });
    else read[field] = outcome.value;
  }
  const query = trusted(read);
  const conflict = rangeConflict(query);
  if (conflict) problems.push(conflict);
  return { query: dropRangeConflict(query), problems };
}

/** A query without the `to` that contradicts its `from`; any other query as it is. */
export function dropRangeConflict(query: CallsQuery): CallsQuery {
  if (!rangeConflict(query)) return query;
  const { to: _contradicting, ...rest } = query;
  return rest;
}

/** Writes a query as parameters, in the declared order; what is absent is left out. */
export function callsQueryParams(query: CallsQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of PARAMETER_KEYS) {
    const text = encodeParameter(key, query);
    if (text !== undefined) params.set(key, text);
  }
  return params;
}

function encodeParameter<K extends ParameterKey>(key: K, query: CallsQuery): string | undefined {
  const value = query[key];
  return value === undefined ? undefined : codecOf(key).encode(value);
}

/** Guarantee: a query holds under each key the values of that key's own codec. */
function codecOf(key: ParameterKey): Codec<CallsQuery[ParameterKey]> {
  return parameterCodecs[key] as Codec<CallsQuery[ParameterKey]>;
}

function readParameter(field: string, texts: string[]): Decoded<unknown> {
  const key = PARAMETER_KEYS.find((known) => known === field);
  if (key === undefined) return { problem: 'is not a known parameter' };
  const [text, ...more] = texts;
  if (text === undefined || more.length > 0) return { problem: 'is given more than once' };
  return parameterCodecs[key].decode(text);
}

function grouped(params: Iterable<[string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [field, text] of params) groups.set(field, [...(groups.get(field) ?? []), text]);
  return groups;
}

/** Guarantee: every entry came out of the codec of its own key in {@link readParameter}. */
function trusted(read: Record<string, unknown>): CallsQuery {
  return read as CallsQuery;
}

function rangeConflict({ from, to }: CallsQuery): ParameterProblem | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (isRelativeRange(from))
    return { field: 'to', message: `cannot be combined with from=${from}` };
  if (Date.parse(from) > Date.parse(to)) return { field: 'to', message: 'is before from' };
  return undefined;
}
