import type { FacetState } from '@/components/filters/facets/facet-state';
import {
  type ExtractedBound,
  type ExtractedCondition,
  extractedConditions,
} from '@/lib/call/query/extracted';
import type { Address, ExtractedAddress } from '@/lib/url/address';

/** The keys that are groups of the sidebar: those that somebody chose, and those that filter. */
export function shownKeys(address: Address, chosen: readonly string[]): string[] {
  return [...new Set([...chosen, ...extractedConditions(address).map(({ key }) => key)])];
}

/** What an address asks of a key. */
export function conditionOf(address: Address, key: string): ExtractedCondition {
  return extractedConditions(address).find((each) => each.key === key) ?? { key };
}

/** How many conditions there are on a key: as many as there are chips. */
export function countConditions({ any, none, min, max, has }: ExtractedCondition): number {
  const single = [min, max, has].filter((value) => value !== undefined);
  return (any?.length ?? 0) + (none?.length ?? 0) + single.length;
}

/** The change that asks for any of some values and none of others. */
export function valuesChange(key: string, { chosen, excluded }: FacetState): ExtractedAddress {
  return { [`x.${key}`]: listOrNone(chosen), [`not_x.${key}`]: listOrNone(excluded) };
}

export function boundsChange(
  key: string,
  { min, max }: { min: ExtractedBound | null; max: ExtractedBound | null },
): ExtractedAddress {
  return { [`min_x.${key}`]: min, [`max_x.${key}`]: max };
}

/** The change that asks for calls with or without any value; null: for both. */
export function hasChange(key: string, has: boolean | null): ExtractedAddress {
  return { [`has_x.${key}`]: has };
}

/** The change that asks nothing of a key any more. */
export function noConditions(key: string): ExtractedAddress {
  return {
    ...valuesChange(key, { chosen: [], excluded: [] }),
    ...boundsChange(key, { min: null, max: null }),
    ...hasChange(key, null),
  };
}

function listOrNone(values: readonly string[]): string[] | null {
  return values.length > 0 ? [...values] : null;
}
