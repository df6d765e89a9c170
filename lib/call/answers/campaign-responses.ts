import * as z from 'zod/mini';
import { NO_VALUE } from '@/lib/call/values/terms';

/** HappyRobot's calls have ids of campaigns only: the names are given here. */

export const MAX_CAMPAIGN_NAME = 80;

/** Controls, line ends, halves of letters, and signs that turn the direction of the text around them. */
const UNFIT = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;
/** Signs that show nothing by themselves. */
const UNSEEN = /^[\p{Cf}\p{Z}]+$/u;

const campaign = z.string().check(
  z.minLength(1),
  z.maxLength(1000),
  z.refine((term) => term !== NO_VALUE, 'must not stand for calls without a campaign'),
);
const name = z.string().check(
  z.trim(),
  z.maxLength(MAX_CAMPAIGN_NAME),
  z.refine(
    (text) => !UNFIT.test(text) && !UNSEEN.test(text),
    'must be one line of text that can be seen',
  ),
);
const version = z.number().check(z.int(), z.minimum(1));

/** A campaign with the name that a manager gave it. */
export const campaignNameSchema = z.object({
  /** The campaign as the filter `campaigns` takes it. */
  campaign,
  name: name.check(z.minLength(1)),
  /** Grows with each change of any name; who changes one names the one they have seen. */
  version,
  /** Who has given it; empty where nobody signs in. */
  named_by: z.string(),
  named_at: z.string(),
});
export type CampaignName = z.infer<typeof campaignNameSchema>;

/** `PUT /api/campaigns`: the name that is wanted, empty for none, and the version that was seen, null for none. */
export const campaignBodySchema = z.object({ campaign, name, version: z.nullable(version) });
export type CampaignBody = z.infer<typeof campaignBodySchema>;

/** `GET /api/campaigns`, and the answer to each change: the names as they stand. */
export const campaignsResponseSchema = z.object({
  campaigns: z.array(
    z.object({
      // Of who may not see numbers neither the campaign nor its name need be what was given.
      campaign: z.string(),
      name: z.string(),
      version,
      named_by: z.string(),
      named_at: z.string(),
      /** The name, with the end of the id where another campaign has the same one. */
      label: z.string(),
    }),
  ),
});
export type CampaignsResponse = z.infer<typeof campaignsResponseSchema>;
