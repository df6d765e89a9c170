import type {
  CampaignBody,
  CampaignName,
  CampaignsResponse,
} from '@/lib/call/answers/campaign-responses';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import { maskCampaigns } from '@/lib/server/services/redaction/campaigns';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { CampaignStore } from './campaign-file';
import { type CampaignLabels, campaignLabels } from './labels';

/** What managers call campaigns. `list` and `name` throw a {@link CallscopeError} when they may not. */
export type CampaignsService = {
  list(principal: Principal): Promise<CampaignsResponse>;
  /** Gives, changes or takes a name; answers with all of them as they stand. */
  name(wanted: CampaignBody, principal: Principal): Promise<CampaignsResponse>;
  /** For answers about calls: where names cannot be read, they have the ids, and `onFailure` is told. */
  labels(): Promise<CampaignLabels>;
};

type Parts = { file: CampaignStore; onFailure: (error: unknown) => void };

export function createCampaigns({ file, onFailure }: Parts): CampaignsService {
  return {
    async list({ who }) {
      authorise(who, 'read');
      return shownTo(who, told(await file.read()), maskCampaigns);
    },

    async name(wanted, { who }) {
      authorise(who, 'name_campaigns');
      return shownTo(who, told(await file.name(wanted, who)), maskCampaigns);
    },

    async labels() {
      try {
        return campaignLabels(await file.read());
      } catch (error) {
        onFailure(error);
        return new Map();
      }
    },
  };
}

function told(names: readonly CampaignName[]): CampaignsResponse {
  const labels = campaignLabels(names);
  const campaigns = names.map((each) => ({
    ...each,
    label: labels.get(each.campaign) ?? each.name,
  }));
  return { campaigns };
}
