import { queryOptions } from '@tanstack/react-query';
import type { CampaignBody } from '@/lib/call/answers/campaign-responses';
import { asked } from './calls';
import { askJson, getJson } from './get-json';

/** Names change seldom, and who changes one sees it at once. */
const NAMES_MS = 5 * 60_000;

/** The campaigns that have a name. */
export const campaignsQueryOptions = queryOptions({
  queryKey: ['campaigns'],
  queryFn: ({ signal }) =>
    getJson('/api/campaigns', (schemas) => schemas.campaignsResponseSchema, signal),
  ...asked,
  staleTime: NAMES_MS,
});

/** Gives, changes or takes the name of a campaign; rejects with a Problem. */
export function nameCampaign(wanted: CampaignBody) {
  return askJson('/api/campaigns', (schemas) => schemas.campaignsResponseSchema, {
    method: 'PUT',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(wanted),
  });
}
