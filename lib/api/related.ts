import { queryOptions } from '@tanstack/react-query';
import { relatedResponseSchema } from '@/lib/call/related';
import { asked } from './calls';
import { getJson } from './get-json';

/** Other attempts at what a call was about. It brings its schema along: import it lazily. */
export function relatedQueryOptions(id: string) {
  return queryOptions({
    queryKey: ['related', id],
    queryFn: ({ signal }) =>
      getJson(`/api/calls/${encodeURIComponent(id)}/related`, () => relatedResponseSchema, signal),
    ...asked,
  });
}
