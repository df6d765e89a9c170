import { queryOptions } from '@tanstack/react-query';
import type { UpstreamCheck } from '@/lib/call/answers/upstream-check';
import { askJson, getJson } from './get-json';

/** While a check runs, people watch. */
const WATCHING_MS = 600;

/** What the last check of the upstream found; asked again and again while one runs. */
export const upstreamQueryOptions = queryOptions({
  queryKey: ['upstream'],
  queryFn: ({ signal }) =>
    getJson('/api/upstream', (schemas) => schemas.upstreamCheckSchema, signal),
  networkMode: 'always',
  staleTime: 0,
  retry: false,
  refetchInterval: ({ state: { data } }) => (data?.checking ? WATCHING_MS : false),
});

/** Checks anew, which takes up to a minute; rejects like {@link getJson}. */
export function checkUpstream(): Promise<UpstreamCheck> {
  const request = { method: 'POST', headers: { accept: 'application/json' } };
  return askJson('/api/upstream', (schemas) => schemas.upstreamCheckSchema, request);
}

/** HappyRobot's own count of the month beside the index's. */
export const usageQueryOptions = queryOptions({
  queryKey: ['usage'],
  queryFn: ({ signal }) => getJson('/api/usage', (schemas) => schemas.usageResponseSchema, signal),
  staleTime: 60_000,
  retry: false,
});
