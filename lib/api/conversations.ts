import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callsQueryParams } from '@/lib/call/query/query';
import {
  type ConversationsQuery,
  conversationsCodecs,
} from '@/lib/call/query/routes/conversations-query';
import { asked } from './calls';
import { getJson } from './get-json';

/** How the conversations of the calls that match went: all that the page shows is one question. */
export function conversationsQueryOptions({ interval, group_by, ...query }: ConversationsQuery) {
  const params = callsQueryParams(query);
  if (interval) params.set('interval', conversationsCodecs.interval.encode(interval));
  if (group_by) params.set('group_by', conversationsCodecs.group_by.encode(group_by));
  return queryOptions({
    queryKey: ['conversations', params.toString()],
    queryFn: ({ signal }) =>
      getJson(
        `/api/conversations?${params}`,
        (schemas) => schemas.conversationsResponseSchema,
        signal,
      ),
    placeholderData: keepPreviousData,
    ...asked,
  });
}
