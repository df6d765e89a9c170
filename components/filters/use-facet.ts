'use client';

import { CALL_TYPES, excludeKey } from '@/lib/call/filters';
import type { FacetKey } from '@/lib/call/index-responses';
import { useAddress } from '@/lib/url/use-address';
import { exclusionToggled, type FacetState, facetChange, onlyValue, toggled } from './facet-state';

export type FacetControl = FacetState & {
  toggle: (value: string) => void;
  /** Absent for the type, which takes one value. */
  only?: (value: string) => void;
  exclude?: (value: string) => void;
};

/** What is asked of a facet, and the ways to ask for something else. */
export function useFacet(key: FacetKey): FacetControl {
  const { address, filter } = useAddress();
  if (key === 'type') {
    const { type } = address;
    const toggle = (value: string) =>
      filter({ type: type === value ? null : CALL_TYPES.find((known) => known === value) });
    return { chosen: type ? [type] : [], excluded: [], toggle };
  }
  const state = { chosen: address[key] ?? [], excluded: address[excludeKey(key)] ?? [] };
  const ask = (next: FacetState) => filter(facetChange(key, next));
  return {
    ...state,
    toggle: (value) => ask(toggled(state, value)),
    only: (value) => ask(onlyValue(value)),
    exclude: (value) => ask(exclusionToggled(state, value)),
  };
}
