import { type ExtractedName, orExtracted } from '@/lib/call/query/extracted';
import type { CallsQuery } from '@/lib/call/query/filters';
import { parseQuery } from '@/lib/call/query/parse-query';
import type { ParameterProblem } from '@/lib/call/query/query';
import type { Value } from '@/lib/call/values/codec';
import { costsCodecs } from './costs-query';

/** What conversations can be grouped by. */
export const CONVERSATION_GROUPINGS = ['use_case', 'model', 'agent'] as const;
export type ConversationGrouping = (typeof CONVERSATION_GROUPINGS)[number];
export type ConversationGroupBy = ConversationGrouping | ExtractedName;

/** What `GET /api/conversations` takes beside the filters. */
export const conversationsCodecs = {
  interval: costsCodecs.interval,
  group_by: orExtracted(CONVERSATION_GROUPINGS),
} as const;

export type ConversationsQuery = CallsQuery & {
  [K in keyof typeof conversationsCodecs]?: Value<(typeof conversationsCodecs)[K]>;
};

/** Reads the parameters of `GET /api/conversations` strictly, as `parseCallsQuery` does those of the list. */
export function parseConversationsQuery(params: Iterable<[string, string]>): {
  query: ConversationsQuery;
  problems: ParameterProblem[];
} {
  return parseQuery(params, conversationsCodecs);
}
