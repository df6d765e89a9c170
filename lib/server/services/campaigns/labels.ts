import type { CampaignName } from '@/lib/call/answers/campaign-responses';
import type { FacetsResponse } from '@/lib/call/answers/index-responses';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';

/** What campaigns are called, by what filters call them. */
export type CampaignLabels = ReadonlyMap<string, string>;

/** Two campaigns of one name are told apart, in every answer alike. */
export function campaignLabels(campaigns: readonly CampaignName[]): CampaignLabels {
  const labels = campaigns.map(({ campaign, name }) => ({ value: campaign, label: name }));
  return new Map(withDistinctLabels(labels).map(({ value, label }) => [value, label]));
}

export function labelledFacets<T extends Pick<FacetsResponse, 'facets'>>(
  answer: T,
  labels: CampaignLabels,
): T {
  const campaigns = labelled(answer.facets.campaigns, ({ value }) => value, labels);
  return { ...answer, facets: { ...answer.facets, campaigns } };
}

/** Groups of costs by campaign. */
export function labelledGroups<
  Group extends { key: string | null; label: string },
  T extends { groups: Group[] },
>(answer: T, labels: CampaignLabels): T {
  return { ...answer, groups: labelled(answer.groups, ({ key }) => key, labels) };
}

/** A name can be another campaign's id: then it is told apart from that too. */
function labelled<T extends { label: string }>(
  items: readonly T[],
  termOf: (item: T) => string | null,
  labels: CampaignLabels,
): T[] {
  const named = items.map((item) => {
    const value = termOf(item);
    return { item, value, label: (value !== null && labels.get(value)) || item.label };
  });
  return withDistinctLabels(named).map(({ item, label }) => ({ ...item, label }));
}
