import { EXTRACTED_PREFIXES, extractedCodec } from '@/lib/call/query/extracted';
import { keysOf, PARAMETER_KEYS, parameterCodecs } from '@/lib/call/query/filters';
import { PARAMETER_WORDS, type WordedKey } from '@/lib/call/query/parameter-words';
import type { JsonSchema } from '@/lib/call/values/codec';
import type { ApiRoute } from './route';

/** A parameter of a query, told. */
export type ToldParameter = {
  name: WordedKey;
  about: string;
  schema: JsonSchema;
  /** Whether it is one of those that every list of calls takes. */
  shared: boolean;
};

/** What a route takes in its query: the filters first, as they are declared. */
export function queryOf({ filters, query = {} }: ApiRoute): ToldParameter[] {
  const shared = filters ? sharedParameters().filter(({ name }) => !isLeftOut(name, filters)) : [];
  const own = keysOf(query).map((name) => told(name, query[name]?.schema ?? {}, false));
  return [...shared, ...own];
}

/** What every list of calls takes. */
export function sharedParameters(): ToldParameter[] {
  return [
    ...PARAMETER_KEYS.map((name) => told(name, parameterCodecs[name].schema, true)),
    ...EXTRACTED_PREFIXES.map((prefix) =>
      told(`${prefix}KEY`, extractedCodec(prefix).schema, true),
    ),
  ];
}

function isLeftOut(name: string, { except }: NonNullable<ApiRoute['filters']>): boolean {
  return except.some((each) => each === name);
}

function told(name: WordedKey, schema: JsonSchema, shared: boolean): ToldParameter {
  return { name, about: PARAMETER_WORDS[name], schema, shared };
}
