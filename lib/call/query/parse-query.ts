import type { Decoded, Value } from '@/lib/call/values/codec';
import { EXTRACTED_PREFIXES, type ExtractedBound, extractedConditions } from './extracted';
import { BOUNDED, type CallsQuery, PARAMETER_KEYS, parameterCodecs } from './filters';
import { decodeExtracted, dropRangeConflict, type ParameterProblem, rangeConflict } from './query';

/**
 * Reads the parameters of a query strictly: all that is understood in `query`, all that is not named in
 * `problems`. Our API answers 400 when there is any problem; the page goes on without them and says so.
 * `foreign` are names that belong to somebody else and are passed over.
 */
export function parseCallsQuery(
  params: Iterable<[string, string]>,
  foreign: readonly string[] = [],
): { query: CallsQuery; problems: ParameterProblem[] } {
  return parseQuery(params, {}, foreign);
}

type Codecs = Readonly<Record<string, { decode: (text: string) => Decoded<unknown> }>>;
type ValuesOf<T extends Codecs> = { [K in keyof T]?: Value<T[K]> };

/** The same for a question that takes the vocabulary and more, each of which `more` knows how to read. */
export function parseQuery<T extends Codecs>(
  params: Iterable<[string, string]>,
  more: T,
  foreign: readonly string[] = [],
): { query: CallsQuery & ValuesOf<T>; problems: ParameterProblem[] } {
  const read: Record<string, unknown> = {};
  const problems: ParameterProblem[] = [];
  for (const [field, texts] of grouped(params)) {
    if (foreign.includes(field)) continue;
    const outcome = readParameter(field, texts, more);
    if ('problem' in outcome) problems.push({ field, message: outcome.problem });
    else read[field] = outcome.value;
  }
  const query = trusted<ValuesOf<T>>(read);
  const conflict = rangeConflict(query);
  if (conflict) problems.push(conflict);
  problems.push(...boundConflicts(query), ...extractedConflicts(query));
  return { query: dropRangeConflict(query), problems };
}

function isOfFamily(name: string): boolean {
  return EXTRACTED_PREFIXES.some((prefix) => name.startsWith(prefix));
}

function readParameter(field: string, texts: string[], more: Codecs): Decoded<unknown> {
  const key = PARAMETER_KEYS.find((known) => known === field);
  const codec = key ? parameterCodecs[key] : Object.hasOwn(more, field) ? more[field] : undefined;
  if (codec === undefined && !isOfFamily(field)) return { problem: 'is not a known parameter' };
  const [text, ...others] = texts;
  if (text === undefined || others.length > 0) return { problem: 'is given more than once' };
  return codec?.decode(text) ?? decodeExtracted(field, text);
}

function grouped(params: Iterable<[string, string]>): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [field, text] of params) groups.set(field, [...(groups.get(field) ?? []), text]);
  return groups;
}

/** Guarantee: every entry came out of the codec of its own key in {@link readParameter}. */
function trusted<More>(read: Record<string, unknown>): CallsQuery & More {
  return read as CallsQuery & More;
}

/** Bounds that no number lies between: understood, but surely not meant. */
function boundConflicts(query: CallsQuery): ParameterProblem[] {
  return BOUNDED.flatMap((name) => {
    const [least, most] = [query[`min_${name}`], query[`max_${name}`]];
    if (least === undefined || most === undefined || least <= most) return [];
    return [{ field: `max_${name}`, message: `is below min_${name}` }];
  });
}

/** The same for extracted values; a day ends with its last moment. */
function extractedConflicts(query: CallsQuery): ParameterProblem[] {
  return extractedConditions(query).flatMap(({ key, min, max }) => {
    if (min === undefined || max === undefined) return [];
    if (typeof min !== typeof max)
      return [{ field: `max_x.${key}`, message: `is not of the same kind as min_x.${key}` }];
    if (asNumber(min) <= asNumber(max, DAY_MS - 1)) return [];
    return [{ field: `max_x.${key}`, message: `is below min_x.${key}` }];
  });
}

const DAY_MS = 86_400_000;

function asNumber(bound: ExtractedBound, restOfDay = 0): number {
  if (typeof bound === 'number') return bound;
  // A time without a zone is in UTC, as in the values.
  const instant = Date.parse(/T[^Z+-]*$/.test(bound) ? `${bound}Z` : bound);
  return instant + (bound.length === 'YYYY-MM-DD'.length ? restOfDay : 0);
}
