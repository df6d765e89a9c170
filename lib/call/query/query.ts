import type { Codec, Decoded } from '@/lib/call/values/codec';
import { extractedCodec, extractedFilterKeys, extractedParts } from './extracted';
import { type CallsQuery, PARAMETER_KEYS, type ParameterKey, parameterCodecs } from './filters';
import { isRelativeRange } from './ranges';

/** One parameter that was not understood: `message` completes the sentence that starts with the field's name. */
export type ParameterProblem = { field: string; message: string };

/** A query without the `to` that contradicts its `from`; any other query as it is. */
export function dropRangeConflict<T extends CallsQuery>(query: T): T {
  return rangeConflict(query) ? { ...query, to: undefined } : query;
}

/** Writes a query as parameters, in the declared order, extracted values last; what is absent is left out. */
export function callsQueryParams(query: CallsQuery): URLSearchParams {
  const params = new URLSearchParams();
  for (const key of PARAMETER_KEYS) {
    const text = encodeParameter(key, query);
    if (text !== undefined) params.set(key, text);
  }
  for (const name of extractedFilterKeys(query)) {
    const written = encodeExtracted(name, query[name]);
    if (written !== null) params.set(name, written);
  }
  return params;
}

/** The text of a filter of the family; null where there is none. */
export function encodeExtracted(name: string, value: unknown): string | null {
  const parts = extractedParts(name);
  if (!parts || value === undefined || value === null) return null;
  return codecOfFamily(parts.prefix).encode(value);
}

/** What the text of a filter of the family means. */
export function decodeExtracted(name: string, text: string): Decoded<unknown> {
  const parts = extractedParts(name);
  if (parts) return extractedCodec(parts.prefix).decode(text);
  return { problem: 'has no key that an extracted value can have' };
}

/** Guarantee: a query holds under each name of the family the values of its prefix's codec. */
function codecOfFamily(prefix: Parameters<typeof extractedCodec>[0]): Codec<unknown> {
  return extractedCodec(prefix) as Codec<unknown>;
}

function encodeParameter<K extends ParameterKey>(key: K, query: CallsQuery): string | undefined {
  const value = query[key];
  return value === undefined ? undefined : codecOf(key).encode(value);
}

/** Guarantee: a query holds under each key the values of that key's own codec. */
function codecOf(key: ParameterKey): Codec<CallsQuery[ParameterKey]> {
  return parameterCodecs[key] as Codec<CallsQuery[ParameterKey]>;
}

/** What is wrong with both ends of a range together, if anything. */
export function rangeConflict({ from, to }: CallsQuery): ParameterProblem | undefined {
  if (from === undefined || to === undefined) return undefined;
  if (isRelativeRange(from))
    return { field: 'to', message: `cannot be combined with from=${from}` };
  if (Date.parse(from) > Date.parse(to)) return { field: 'to', message: 'is before from' };
  return undefined;
}
