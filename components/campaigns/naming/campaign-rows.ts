import type { CampaignsResponse } from '@/lib/call/answers/campaign-responses';
import type { FacetValue } from '@/lib/call/answers/index-responses';
import { NO_VALUE } from '@/lib/call/values/terms';

/** A campaign that can be named: with its calls, and the name and version that it has, or null. */
export type CampaignRow = {
  campaign: string;
  calls: number;
  name: string | null;
  version: number | null;
};

/** What was typed and not saved, by campaign, with the version that was seen when the typing began. */
export type Draft = { text: string; version: number | null };
export type Drafts = ReadonlyMap<string, Draft>;

/** Every campaign that calls have, most calls first, and at the end those that only have a name. */
export function campaignRows(
  counted: readonly FacetValue[],
  { campaigns }: CampaignsResponse,
): CampaignRow[] {
  const named = new Map(campaigns.map((each) => [each.campaign, each]));
  const calls = counted.filter(({ value }) => value !== NO_VALUE);
  const known = new Set(calls.map(({ value }) => value));
  const rest = campaigns.filter(({ campaign }) => !known.has(campaign));
  const all = [
    ...calls.map(({ value, count }) => ({ campaign: value, calls: count })),
    ...rest.map(({ campaign }) => ({ campaign, calls: 0 })),
  ];
  return all.map((row) => {
    const { name, version } = named.get(row.campaign) ?? { name: null, version: null };
    return { ...row, name, version };
  });
}

/** Those whose id or name has the text in it. */
export function rowsFound(rows: readonly CampaignRow[], text: string): CampaignRow[] {
  const wanted = text.trim().toLowerCase();
  return rows.filter(({ campaign, name }) =>
    [campaign, name ?? ''].some((each) => each.toLowerCase().includes(wanted)),
  );
}
