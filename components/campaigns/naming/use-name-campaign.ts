'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { campaignsQueryOptions, nameCampaign } from '@/lib/api/campaigns';
import { problemOf } from '@/lib/api/get-json';
import type { Draft } from './campaign-rows';

type NameCampaign = {
  /** Whether the draft was saved. */
  save: (draft: Draft) => Promise<boolean>;
  busy: boolean;
  /** Why the last draft was not saved. */
  problem: string | null;
};

/**
 * Saves a name over the version that was seen. After a conflict the person is told what the campaign is called by now;
 * saving once more, over the version handed to `onConflict`, is meant to replace that.
 */
export function useNameCampaign(
  campaign: string,
  onConflict: (version: number | null) => void,
): NameCampaign {
  const client = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return { save, busy, problem };

  async function save({ text, version }: Draft): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const answer = await nameCampaign({ campaign, name: text, version });
      // A look that is under way would bring back the names of before.
      await client.cancelQueries(campaignsQueryOptions);
      client.setQueryData(campaignsQueryOptions.queryKey, answer);
      return true;
    } catch (thrown) {
      const { code, detail } = problemOf(thrown);
      setProblem(code === 'campaign_changed' ? await tell() : detail);
      return false;
    } finally {
      setBusy(false);
    }
  }

  async function tell(): Promise<string> {
    const meanwhile = 'Nothing was saved. Someone else changed this name in the meantime.';
    const answer = await client
      .fetchQuery({ ...campaignsQueryOptions, staleTime: 0 })
      .catch(() => null);
    if (answer === null) return `${meanwhile} What it is now could not be read.`;
    const now = answer.campaigns.find((each) => each.campaign === campaign);
    onConflict(now?.version ?? null);
    if (!now) return `${meanwhile} It has none now. Save again to give it yours.`;
    const by = now.named_by ? `, by ${now.named_by}` : '';
    return `${meanwhile} It is “${now.name}” now${by}. Save again to replace that.`;
  }
}
