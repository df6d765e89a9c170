'use client';

import { useQuery } from '@tanstack/react-query';
import { campaignsQueryOptions } from '@/lib/api/campaigns';
import { termOf } from '@/lib/call/values/terms';

/** What the campaign of a call is called; null where it has no name, or none is known yet. */
export function useCampaignLabel(id: string | null | undefined): string | null {
  const hasOne = typeof id === 'string' && id !== '';
  const { data } = useQuery({ ...campaignsQueryOptions, enabled: hasOne });
  if (!hasOne) return null;
  return data?.campaigns.find(({ campaign }) => campaign === termOf(id))?.label ?? null;
}
