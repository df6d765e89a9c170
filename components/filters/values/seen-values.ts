'use client';

import { type QueryCache, useQueryClient } from '@tanstack/react-query';
import { useMemo, useSyncExternalStore } from 'react';
import type { FacetKey } from '@/lib/call/answers/index-responses';
import type { CallsResponse } from '@/lib/call/answers/responses';
import type { CallRow } from '@/lib/call/call';
import { termOf } from '@/lib/call/values/terms';

export type SeenValue = { value: string; label: string };

/** The values of a filter in the calls this browser has loaded so far, most frequent first. */
export function useSeenValues(key: FacetKey): SeenValue[] {
  const cache = useQueryClient().getQueryCache();
  const version = useSyncExternalStore(
    (notify) => cache.subscribe(notify),
    () =>
      listsOf(cache)
        .map(({ queryHash, state }) => `${queryHash}@${state.dataUpdatedAt}`)
        .join(),
    () => '',
  );
  // The version stands for what the cache holds; without one the server's HTML is being taken over, which knew none.
  return useMemo(() => (version === '' ? [] : seenValues(key, seenCalls(cache))), [key, version]);
}

/** The calls this browser has loaded so far, some of them more than once. */
export function seenCalls(cache: QueryCache): CallRow[] {
  return listsOf(cache).flatMap(({ state }) => callsOf(state.data));
}

function listsOf(cache: QueryCache) {
  return cache.findAll({ queryKey: ['calls', 'list'] });
}

/** Guarantee: only `callsQueryOptions` writes below the key `['calls', 'list']`. */
function callsOf(data: unknown): readonly CallRow[] {
  return (data as CallsResponse | undefined)?.calls ?? [];
}

/** Counts a filter's values over calls; each call counts once however often it was loaded. */
export function seenValues(key: FacetKey, calls: readonly CallRow[]): SeenValue[] {
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
  return ranked.map(({ value, label }) => ({ value, label }));
}

const VALUES: Record<FacetKey, (call: CallRow) => SeenValue[]> = {
  type: ({ type }) => [asItself(type)],
  statuses: ({ status }) => [asItself(status)],
  ratings: ({ ratings }) =>
    distinct((ratings ?? []).flatMap(({ emoji }) => emoji || [])).map(asItself),
  use_cases: ({ use_case }) => named(use_case),
  tags: ({ metadata }) => distinct(metadata?.tags ?? []).map(asItself),
  models: ({ use_case }) => given(use_case?.model),
  campaigns: ({ campaign_id }) => given(campaign_id),
  agents: ({ agent }) => named(agent),
  languages: ({ language }) => given(language),
  providers: ({ provider }) => given(provider),
  classifications: ({ classification }) => given(classification?.tag),
};

type Named = { id?: string | null; name?: string | null } | null | undefined;

function named(one: Named): SeenValue[] {
  return one?.id ? [{ value: termOf(one.id), label: one.name || one.id }] : [];
}

function given(value: string | null | undefined): SeenValue[] {
  return value ? [asItself(value)] : [];
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)];
}

function asItself(value: string): SeenValue {
  const term = termOf(value);
  return { value: term, label: term };
}
