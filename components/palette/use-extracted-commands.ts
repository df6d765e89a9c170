'use client';

import { useQuery } from '@tanstack/react-query';
import { Filter } from 'lucide-react';
import { BOUND_WORDS } from '@/components/filters/active/extracted-filters';
import {
  conditionOf,
  valuesChange,
  valuesState,
} from '@/components/filters/extracted/extracted-state';
import { useFieldWords } from '@/components/filters/extracted/use-field-words';
import { toggled } from '@/components/filters/facets/facet-state';
import { extractionQueryOptions } from '@/lib/api/extraction';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import { shownTerm } from '@/lib/call/values/terms';
import { formatCount } from '@/lib/format/number';
import { useAddress } from '@/lib/url/use-address';
import type { Command } from './commands';
import { boundChange, typedBounds } from './extracted-commands';

export type ExtractedCommands = {
  /** Comparisons that were typed: `rate > 2000`. */
  bounds: Command[];
  /** The most frequent values of every key. */
  values: Command[];
};

/** What agents found out, to filter by. It is asked for once something is typed. */
export function useExtractedCommands(typed: string): ExtractedCommands {
  const { address, filter } = useAddress();
  const enabled = typed.trim() !== '';
  const { data } = useQuery({ ...extractionQueryOptions(), enabled });
  const words = useFieldWords(enabled);
  const fields = data?.fields ?? [];
  return {
    bounds: typedBounds(typed, fields).map((each) => ({
      id: `bound ${each.side} ${each.field.key}`,
      icon: Filter,
      kind: words.label(each.field.key),
      label: `${BOUND_WORDS[typeof each.bound === 'number' ? 'number' : 'date'][each.side]} ${words.bound(each.field.key, each.bound)}`,
      run: () => filter(boundChange(each)),
    })),
    values: fields.flatMap((field) => field.values.map((value) => command(field, value))),
  };

  function command(
    { key }: ExtractedField,
    { value, count }: { value: string; count: number },
  ): Command {
    const state = valuesState(conditionOf(address, key));
    return {
      id: `extracted ${key} ${value}`,
      icon: Filter,
      kind: words.label(key),
      label: shownTerm(value),
      detail: state.excluded.includes(value) ? 'excluded' : formatCount(count),
      applied: state.chosen.includes(value),
      run: () => filter(valuesChange(key, toggled(state, value))),
    };
  }
}
