import {
  FILTER_KEYS,
  type FilterKey,
  LIST_FILTER_KEYS,
  type ListFilterKey,
} from '@/lib/call/filters';
import type { Address } from '@/lib/url/address';
import type { FilterChange } from '@/lib/url/use-address';
import { FILTER_LABELS } from './facets';

/** One condition in force, as a chip shows it. */
export type ActiveFilter = {
  key: FilterKey;
  /** The name of the filter, "Status". */
  name: string;
  /** The value in words, "No answer". */
  value: string;
  /** What takes this condition away. */
  removal: FilterChange;
};

type Describe = {
  value: (key: ListFilterKey, value: string) => string;
  range: (range: Pick<Address, 'from' | 'to'>) => string;
};

/** All conditions in force, one for each chosen value, in the order the filters are declared. */
export function activeFilters(address: Address, describe: Describe): ActiveFilter[] {
  return FILTER_KEYS.flatMap((key) => {
    if (isListKey(key)) return chosenValues(key, address[key] ?? [], describe);
    if (key === 'to' || key === 'from') return rangeFilter(key, address, describe);
    const value = address[key];
    return value ? [{ key, name: FILTER_LABELS[key], value, removal: { [key]: null } }] : [];
  });
}

/** The change that takes all filters away. */
export const NO_FILTERS: FilterChange = Object.fromEntries(FILTER_KEYS.map((key) => [key, null]));

function isListKey(key: FilterKey): key is ListFilterKey {
  return LIST_FILTER_KEYS.some((listKey) => listKey === key);
}

function chosenValues(
  key: ListFilterKey,
  chosen: readonly string[],
  describe: Describe,
): ActiveFilter[] {
  return chosen.map((value) => {
    const rest = chosen.filter((other) => other !== value);
    return {
      key,
      name: FILTER_LABELS[key],
      value: describe.value(key, value),
      removal: { [key]: rest.length > 0 ? rest : null },
    };
  });
}

/** Both ends are one condition to a person, so `to` alone speaks only when there is no `from`. */
function rangeFilter(key: 'from' | 'to', address: Address, describe: Describe): ActiveFilter[] {
  const speaks = key === 'from' ? address.from : address.to && !address.from;
  if (!speaks) return [];
  const value = describe.range({ from: address.from, to: address.to });
  return [{ key, name: FILTER_LABELS[key], value, removal: { from: null, to: null } }];
}
