'use client';

import { useQueryClient } from '@tanstack/react-query';
import { Filter, FilterX } from 'lucide-react';
import { useState } from 'react';
import { noFilters } from '@/components/filters/active/active-filters';
import { facetChoices } from '@/components/filters/facets/facet-choices';
import { facetStateOf, toggleChange } from '@/components/filters/facets/facet-state';
import {
  FACET_ORDER,
  FILTER_LABELS,
  fixedValues,
  isAskable,
  valueLabel,
} from '@/components/filters/facets/facets';
import { useFacets } from '@/components/filters/facets/use-facets';
import { seenCalls, seenValues } from '@/components/filters/values/seen-values';
import type { FacetKey } from '@/lib/call/answers/index-responses';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import type { Command } from './commands';

/** Every value that the page's facets know, what is in force first; choosing that again takes it back. */
export function useFilterCommands(): Command[] {
  const { address, filter } = useAddress();
  const { answer, counts } = useFacets();
  const cache = useQueryClient().getQueryCache();
  const [seen] = useState(() => seenCalls(cache));
  const indexed = answer !== undefined && answer.meta.coverage.indexed > 0;
  const commands = FACET_ORDER.flatMap((key: FacetKey) => {
    const state = facetStateOf(address, key);
    const choices = facetChoices({
      ...state,
      counted: indexed
        ? answer.facets[key].filter(({ value }) => isAskable(key, value))
        : undefined,
      complete: answer?.meta.coverage.complete ?? false,
      fixed: fixedValues(key),
      seen: seenValues(key, seen),
      label: (value) => valueLabel(key, value),
    });
    return choices.map(
      ({ value, label, count }): Command => ({
        id: `filter ${key} ${value}`,
        icon: Filter,
        kind: FILTER_LABELS[key],
        label,
        detail: state.excluded.includes(value)
          ? 'excluded'
          : count !== null && counts === 'current'
            ? formatCount(count)
            : undefined,
        applied: state.chosen.includes(value),
        run: () => filter(toggleChange(address, key, value)),
      }),
    );
  });
  const filtered = filterKeysOf(address).some((key) => address[key] !== null);
  const clear: Command = {
    id: 'clear',
    icon: FilterX,
    label: 'Clear filters',
    run: () => filter(noFilters(address)),
  };
  return [
    ...(filtered ? [clear] : []),
    ...commands.filter(({ applied }) => applied),
    ...commands.filter(({ applied }) => !applied),
  ];
}
