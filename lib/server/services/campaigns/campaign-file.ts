import * as z from 'zod/mini';
import type { Identity } from '@/lib/auth/roles';
import {
  type CampaignBody,
  type CampaignName,
  campaignNameSchema,
} from '@/lib/call/answers/campaign-responses';
import { CallscopeError } from '@/lib/server/errors';
import { createTeamFile, type TeamFileParts } from '@/lib/server/services/team-file';

export const MOST_NAMES = 1000;

const fileSchema = z.object({
  format: z.literal(1),
  /** The last version that was given to a name: none is given twice, so that nobody takes a new one for an old. */
  version: z.number().check(z.int(), z.minimum(0)),
  campaigns: z.array(campaignNameSchema).check(z.maxLength(MOST_NAMES)),
});
type CampaignFile = z.infer<typeof fileSchema>;

/** The names of campaigns in their file. */
export type CampaignStore = {
  read(): Promise<CampaignName[]>;
  /** @throws {CallscopeError} `campaign_changed` when the name is not the one that was seen. */
  name(wanted: CampaignBody, who: Identity): Promise<CampaignName[]>;
};

export function createCampaignFile({
  now,
  ...parts
}: TeamFileParts & { now: () => Date }): CampaignStore {
  const file = createTeamFile(parts, {
    what: 'the names of campaigns',
    schema: fileSchema,
    empty: { format: 1, version: 0, campaigns: [] },
  });

  function changed(before: CampaignFile, wanted: CampaignBody, who: Identity): CampaignFile {
    const { campaign, name } = wanted;
    const there = before.campaigns.find((each) => each.campaign === campaign);
    if ((there?.version ?? null) !== wanted.version) throw changedMeanwhile(there);
    const others = before.campaigns.filter((each) => each !== there);
    if (name === '') return { ...before, campaigns: others };
    if (others.length >= MOST_NAMES) throw tooMany();
    const version = before.version + 1;
    const named_by = who.account?.email ?? '';
    const named = { campaign, name, version, named_by, named_at: now().toISOString() };
    return { ...before, version, campaigns: [...others, named] };
  }

  return {
    read: async () => (await file.read()).campaigns,
    name: async (wanted, who) =>
      (await file.edit((before) => changed(before, wanted, who))).campaigns,
  };
}

function changedMeanwhile(there: CampaignName | undefined): CallscopeError {
  const now = there ? 'It has a different name now.' : 'It has none now.';
  return new CallscopeError(
    'campaign_changed',
    `Someone else changed the name of this campaign in the meantime. ${now}`,
  );
}

function tooMany(): CallscopeError {
  const message = `would be one name too many: there are ${MOST_NAMES}`;
  return new CallscopeError('invalid_request', `campaign ${message}.`, {
    errors: [{ field: 'campaign', message }],
  });
}
