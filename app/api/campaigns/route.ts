import { CAMPAIGN_ROUTES } from '@/lib/reference/routes/campaigns';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle(CAMPAIGN_ROUTES.listCampaigns, async ({ query, who }) => {
  refuseParameters(query);
  return container().campaigns.list({ who });
});

export const PUT = handle(CAMPAIGN_ROUTES.nameCampaign, async ({ query, who, body }) => {
  refuseParameters(query);
  return container().campaigns.name(await body(CAMPAIGN_ROUTES.nameCampaign.body), { who });
});
