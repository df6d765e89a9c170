import { queryOptions } from '@tanstack/react-query';
import { getJson } from './get-json';

const QUIET_MS = 15_000;
/** A Callscope without an index will hardly get one while the page is open. */
const FAILING_MS = 60_000;
/** While the index grows, people watch. */
const BUSY_MS = 2_000;

/** What the index is doing; asked again and again while the page is looked at. */
export const syncQueryOptions = queryOptions({
  queryKey: ['sync'],
  queryFn: ({ signal }) => getJson('/api/sync', (schemas) => schemas.syncResponseSchema, signal),
  networkMode: 'always',
  staleTime: BUSY_MS,
  retry: false,
  refetchInterval: ({ state: { status, data } }) => {
    if (status === 'error') return FAILING_MS;
    return data?.state === 'backfilling' ? BUSY_MS : QUIET_MS;
  },
  refetchIntervalInBackground: false,
  refetchOnWindowFocus: true,
});

/** Says that the calls which HappyRobot no longer lists were deleted; what comes of it shows in the same way. */
export async function confirmDeletions(): Promise<void> {
  await fetch('/api/sync/deletions', { method: 'POST' }).catch(() => undefined);
}

/** Asks the index to look for what is new. Whether that can be done shows when the index is asked how it is. */
export async function requestSync(): Promise<void> {
  await fetch('/api/sync', { method: 'POST' }).catch(() => undefined);
}
