import type { CampaignsResponse } from '@/lib/call/answers/campaign-responses';
import { maskId } from './known';
import { maskText } from './numbers/number-text';

/** Names of campaigns for who may not see numbers. Of campaigns that look alike under their masks none has a name. */
export function maskCampaigns({ campaigns }: CampaignsResponse): CampaignsResponse {
  const masked = campaigns.map((each) => ({
    ...each,
    campaign: maskId(each.campaign),
    name: maskText(each.name),
    label: maskText(each.label),
    named_by: maskText(each.named_by),
  }));
  const times = new Map<string, number>();
  for (const { campaign } of masked) times.set(campaign, (times.get(campaign) ?? 0) + 1);
  return { campaigns: masked.filter(({ campaign }) => times.get(campaign) === 1) };
}
