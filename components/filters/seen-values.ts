'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { CallRow } from '@/lib/call/call';
import type { CallsResponse } from '@/lib/call/responses';
import type { TokenKey } from './facets';

export type SeenValue = { value: string; label: string };

/** The values of a filter in the calls this browser has loaded so far, most frequent first. */
export function useSeenValues(key: TokenKey): SeenValue[] {
  const cache = useQueryClient().getQueryCache();
  const lists = () => cache.findAll({ queryKey: ['calls', 'list'] });
  const version = useSyncExternalStore(
    (notify) => cache.subscribe(notify),
    () =>
      lists()
        .map(({ queryHash, state }) => `${queryHash}@${state.dataUpdatedAt}`)
        .join(),
    () => '',
  );
  // The version stands for what the cache holds.
  return useMemo(
    () =>
      seenValues(
        key,
        lists().flatMap(({ state }) => callsOf(state.data)),
      ),
    [key, version],
  );
}

/** Guarantee: only `callsQueryOptions` writes below the key `['calls', 'list']`. */
function callsOf(data: unknown): readonly CallRow[] {
  return (data as CallsResponse | undefined)?.calls ?? [];
}

/** Counts a filter's values over calls; each call counts once however often it was loaded. */
export function seenValues(key: TokenKey, calls: readonly CallRow[]): SeenValue[] {
  const unique = new Map(calls.map((call) => [call.id, call]));
  const seen = new Map<string, SeenValue & { count: number }>();
  for (const call of unique.values()) {
    for (const { value, label } of VALUES[key](call)) {
      const known = seen.get(value);
      if (known) known.count += 1;
      else seen.set(value, { value, label, count: 1 });
    }
  }
  const ranked = [...seen.values()].sort(
    (a, b) => b.count - a.count || a.label.localeCompare(b.label),
  );
  return withDistinctLabels(ranked);
}

const VALUES: Record<TokenKey, (call: CallRow) => SeenValue[]> = {
  use_cases: ({ use_case }) =>
    use_case?.id ? [{ value: use_case.id, label: use_case.name || use_case.id }] : [],
  tags: ({ metadata }) => (metadata?.tags ?? []).map(asItself),
  models: ({ use_case }) => (use_case?.model ? [asItself(use_case.model)] : []),
  campaigns: ({ campaign_id }) => (campaign_id ? [asItself(campaign_id)] : []),
};

function asItself(value: string): SeenValue {
  return { value, label: value };
}

/** Two use cases may share a name; then the end of the id tells them apart. */
function withDistinctLabels(values: readonly SeenValue[]): SeenValue[] {
  const labels = values.map(({ label }) => label);
  return values.map(({ value, label }) =>
    labels.indexOf(label) === labels.lastIndexOf(label)
      ? { value, label }
      : { value, label: `${label} (…${value.slice(-4)})` },
  );
}
