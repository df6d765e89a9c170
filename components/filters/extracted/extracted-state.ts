import type { FacetState } from '@/components/filters/facets/facet-state';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import {
  type ExtractedBound,
  type ExtractedCondition,
  extractedConditions,
} from '@/lib/call/query/extracted';
import { NO_VALUE } from '@/lib/call/values/terms';
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

/** The values that a key is asked for; calls with or without any are those without the value that stands for none. */
export function valuesState({ any = [], none = [], has }: ExtractedCondition): FacetState {
  const beside = (values: readonly string[], isAsked: boolean) =>
    isAsked && !values.includes(NO_VALUE) ? [...values, NO_VALUE] : values;
  return { chosen: beside(any, has === false), excluded: beside(none, has === true) };
}

/** The change that asks for any of some values and none of others; no value is one of them. */
export function valuesChange(key: string, { chosen, excluded }: FacetState): ExtractedAddress {
  return {
    [`x.${key}`]: listOrNone(chosen),
    [`not_x.${key}`]: listOrNone(excluded),
    ...hasChange(key, null),
  };
}

/** What a key is bounded in. */
export type BoundedKind = { isDate: boolean; unit: string | null };

/** Whether a key is bounded and not chosen from, by its values, and while those are not known by the bounds in force. */
export function boundedKind(
  { min, max }: ExtractedCondition,
  known: Pick<ExtractedField, 'type' | 'format' | 'unit'> | undefined,
): BoundedKind | null {
  if (known) {
    const isDate = known.format === 'date';
    return isDate || known.type === 'number' ? { isDate, unit: known.unit } : null;
  }
  const bound = min ?? max;
  return bound === undefined ? null : { isDate: typeof bound === 'string', unit: null };
}

/** The change that asks for values within bounds: where there is one, calls are no longer asked for by having any. */
export function boundsChange(
  key: string,
  { min, max }: { min: ExtractedBound | null; max: ExtractedBound | null },
): ExtractedAddress {
  const bounds = { [`min_x.${key}`]: min, [`max_x.${key}`]: max };
  return min === null && max === null ? bounds : { ...bounds, ...hasChange(key, null) };
}

/** The change that asks for calls with or without any value; null: for both. */
export function hasChange(key: string, has: boolean | null): ExtractedAddress {
  return { [`has_x.${key}`]: has };
}

/** The change that asks for calls without any value, whatever was asked of the values. */
export function onlyWithout(key: string): ExtractedAddress {
  return { ...noConditions(key), ...hasChange(key, false) };
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
