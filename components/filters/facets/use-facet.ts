'use client';

import type { FacetKey } from '@/lib/call/answers/index-responses';
import { useAddress } from '@/lib/url/use-address';
import {
  exclusionToggled,
  type FacetState,
  facetChange,
  facetStateOf,
  onlyValue,
  toggleChange,
} from './facet-state';

export type FacetControl = FacetState & {
  toggle: (value: string) => void;
  /** Absent for the type, which takes one value. */
  only?: (value: string) => void;
  exclude?: (value: string) => void;
};

/** What is asked of a facet, and the ways to ask for something else. */
export function useFacet(key: FacetKey): FacetControl {
  const { address, filter } = useAddress();
  const state = facetStateOf(address, key);
  const toggle = (value: string) => filter(toggleChange(address, key, value));
  if (key === 'type') return { ...state, toggle };
  const ask = (next: FacetState) => filter(facetChange(key, next));
  return {
    ...state,
    toggle,
    only: (value) => ask(onlyValue(value)),
    exclude: (value) => ask(exclusionToggled(state, value)),
  };
}
