'use client';

import { useQuery } from '@tanstack/react-query';
import { useCallsQuery } from '@/components/calls/list/use-calls';
import { valueLabel } from '@/components/filters/facets/facets';
import { facetsQueryOptions } from '@/lib/api/facets';
import type { CallsQuery, ListFilterKey } from '@/lib/call/query/filters';
import { useSeenValues } from './seen-values';

/** The words for a value of a filter: use cases, agents and campaigns are asked for by their ids and read by their names. */
export function useValueLabels(): (key: ListFilterKey, value: string) => string {
  const query = useCallsQuery();
  const { data } = useQuery({ ...facetsQueryOptions(query), enabled: needsNames(query) });
  const seen = {
    use_cases: useSeenValues('use_cases'),
    agents: useSeenValues('agents'),
    // Calls have their ids only.
    campaigns: [],
  };
  return (key, value) => {
    if (key !== 'use_cases' && key !== 'agents' && key !== 'campaigns')
      return valueLabel(key, value);
    const known = [...(data?.facets[key] ?? []), ...seen[key]];
    const named = known.find((each) => each.value === value && each.label !== value);
    return named?.label ?? valueLabel(key, value);
  };
}

function needsNames(query: CallsQuery): boolean {
  const { use_cases, agents, campaigns, not_use_cases, not_agents, not_campaigns } = query;
  const asked = [use_cases, agents, campaigns, not_use_cases, not_agents, not_campaigns];
  return asked.some((ids) => ids !== undefined);
}
