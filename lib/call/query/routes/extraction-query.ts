import type { CallsQuery } from '@/lib/call/query/filters';
import { parseQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';
import { list } from '@/lib/call/values/codec';

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
