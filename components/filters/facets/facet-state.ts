import type { FacetKey } from '@/lib/call/answers/index-responses';
import {
  CALL_TYPES,
  type ExcludeFilterKey,
  excludeKey,
  type ListFilterKey,
} from '@/lib/call/query/filters';
import type { Address } from '@/lib/url/address';
import type { FilterChange } from '@/lib/url/use-address';

/** What is asked of a facet: any of the chosen values, none of the excluded ones. */
export type FacetState = { chosen: readonly string[]; excluded: readonly string[] };

/** What an address asks of a facet. */
export function facetStateOf(address: Address, key: FacetKey): FacetState {
  if (key === 'type') return { chosen: address.type ? [address.type] : [], excluded: [] };
  return { chosen: address[key] ?? [], excluded: address[excludeKey(key)] ?? [] };
}

/** The change of the address that chooses a value or takes it back. The type takes one value, the others many. */
export function toggleChange(address: Address, key: FacetKey, value: string): FilterChange {
  if (key !== 'type') return facetChange(key, toggled(facetStateOf(address, key), value));
  return { type: address.type === value ? null : CALL_TYPES.find((known) => known === value) };
}

/** Chooses a value or takes it back; what is chosen is no longer excluded. */
export function toggled({ chosen, excluded }: FacetState, value: string): FacetState {
  return { chosen: flipped(chosen, value), excluded: without(excluded, value) };
}

/** Excludes a value or takes that back; what is excluded is no longer chosen. */
export function exclusionToggled({ chosen, excluded }: FacetState, value: string): FacetState {
  return { chosen: without(chosen, value), excluded: flipped(excluded, value) };
}

/** This value and nothing else. */
export function onlyValue(value: string): FacetState {
  return { chosen: [value], excluded: [] };
}

/** The change of the address that asks for a state; an empty list is no condition. */
export function facetChange(
  key: ListFilterKey,
  { chosen, excluded }: FacetState,
): { [K in ListFilterKey | ExcludeFilterKey]?: string[] | null } {
  return { [key]: listOrNone(chosen), [excludeKey(key)]: listOrNone(excluded) };
}

function listOrNone(values: readonly string[]): string[] | null {
  return values.length > 0 ? [...values] : null;
}

function flipped(values: readonly string[], value: string): readonly string[] {
  return values.includes(value) ? without(values, value) : [...values, value];
}

function without(values: readonly string[], value: string): readonly string[] {
  return values.filter((other) => other !== value);
}
