import { campaignBodySchema, campaignsResponseSchema } from '@/lib/call/answers/campaign-responses';
import type { ApiRoutes } from '../route';

export const CAMPAIGN_ROUTES = {
  listCampaigns: {
    method: 'GET',
    path: '/api/campaigns',
    summary: 'The campaigns that have a name',
    about: 'HappyRobot’s calls have the ids of campaigns only; managers name them here.',
    access: 'read',
    answer: campaignsResponseSchema,
    problems: [],
  },
  nameCampaign: {
    method: 'PUT',
    path: '/api/campaigns',
    summary: 'Give, change or take the name of a campaign',
    about:
      'Names the version that was seen, null for none; nothing is written if there is another one. An empty name takes it away.',
    access: 'name_campaigns',
    body: campaignBodySchema,
    answer: campaignsResponseSchema,
    problems: ['campaign_changed'],
  },
} as const satisfies ApiRoutes;
