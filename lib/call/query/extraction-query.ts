import { list } from '@/lib/call/values/codec';
import type { CallsQuery } from './filters';
import { parseQuery } from './parse-query';
import type { ParameterProblem } from './query';

/** What `GET /api/facets/extraction` takes beside the filters: the keys to tell of. */
export const extractionFacetsCodecs = { fields: list({ values: 30, length: 300 }) } as const;

export type ExtractionFacetsQuery = CallsQuery & { fields?: string[] };

/** Reads the parameters of `GET /api/facets/extraction` strictly, as `parseCallsQuery` does those of the list. */
export function parseExtractionFacetsQuery(params: Iterable<[string, string]>): {
  query: ExtractionFacetsQuery;
  problems: ParameterProblem[];
} {
  return parseQuery(params, extractionFacetsCodecs);
}
