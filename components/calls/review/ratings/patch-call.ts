import type { QueryClient } from '@tanstack/react-query';
import { callQueryOptions } from '@/lib/api/calls';
import type { CallResponse, CallsResponse } from '@/lib/call/answers/responses';
import type { CallRow } from '@/lib/call/call';

/** What reviewers leave on a call. */
export type Reviews = Pick<CallRow, 'notes' | 'ratings' | 'viewed_by'>;

/** Every list on screen or remembered, and every look for new calls. */
const LISTS = [
  ['calls', 'list'],
  ['calls', 'look'],
] as const;

/** The newest that this page knows of a call, whole or as a row. */
export function knownCall(client: QueryClient, id: string): CallRow | undefined {
  const whole = client.getQueryData(callQueryOptions(id).queryKey);
  if (whole) return whole;
  const pages = LISTS.flatMap((queryKey) => client.getQueriesData<CallsResponse>({ queryKey }));
  return pages.flatMap(([, page]) => page?.calls.find((call) => call.id === id) ?? [])[0];
}

/** Reads a call again, past everything remembered. Rejects with a problem. */
export function readAgain(client: QueryClient, id: string): Promise<CallResponse> {
  return client.fetchQuery({ ...callQueryOptions(id), staleTime: 0 });
}

/** What is told of many calls and changes with a write on one: the progress of the review, other attempts. */
const ABOUT_MANY = [['review'], ['related']] as const;

/** Shows a call as a write has left it: in the drawer, in every list that has it, and in what is counted from it. */
export async function showCall(client: QueryClient, call: CallResponse): Promise<void> {
  const { queryKey } = callQueryOptions(call.id);
  // What was asked before the write would come after it and hide it again.
  await client.cancelQueries({ queryKey, exact: true }, { silent: true });
  client.setQueryData(queryKey, call);
  patchReviews(client, call.id, call);
  for (const queryKey of ABOUT_MANY) void client.invalidateQueries({ queryKey });
}

/** Shows other reviews on a call wherever it is shown; nothing moves. */
export function patchReviews(client: QueryClient, id: string, reviews: Reviews): void {
  const change = changesOf(reviews);
  client.setQueryData(
    callQueryOptions(id).queryKey,
    (whole: CallResponse | undefined) => whole && { ...whole, ...change },
  );
  for (const queryKey of LISTS)
    client.setQueriesData<CallsResponse>({ queryKey }, (page) => withChange(page, id, change));
}

/** Only what is there: a key that is missing leaves what is shown as it is. */
function changesOf(reviews: Reviews): Reviews {
  const change: Reviews = {};
  if ('notes' in reviews) change.notes = reviews.notes;
  if ('ratings' in reviews) change.ratings = reviews.ratings;
  if ('viewed_by' in reviews) change.viewed_by = reviews.viewed_by;
  return change;
}

function withChange(page: CallsResponse | undefined, id: string, change: Reviews) {
  if (!page?.calls.some((call) => call.id === id)) return page;
  return {
    ...page,
    calls: page.calls.map((call) => (call.id === id ? { ...call, ...change } : call)),
  };
}
