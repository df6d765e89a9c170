import { FILTER_LABELS } from '@/components/filters/facets/facets';
import { filterKeysOf } from '@/lib/call/query/filter-keys';
import {
  type ExcludeFilterKey,
  excludeKey,
  FILTER_KEYS,
  type FilterKey,
  LIST_FILTER_KEYS,
  type ListFilterKey,
} from '@/lib/call/query/filters';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Address } from '@/lib/url/address';
import type { FilterChange } from '@/lib/url/use-address';
import type { ActiveFilter } from './active-filter';
import { type DescribeExtracted, extractedFilters } from './extracted-filters';

type Describe = {
  value: (key: ListFilterKey, value: string) => string;
  range: (range: Pick<Address, 'from' | 'to'>) => string;
  /** A single value of any other filter, in words. */
  single: (key: SingleFilterKey, value: NonNullable<Address[SingleFilterKey]>) => string;
  extracted: DescribeExtracted;
};

type SingleFilterKey = Exclude<FilterKey, ListFilterKey | ExcludeFilterKey | 'from' | 'to'>;

/** All conditions in force, one for each chosen value, in the order the filters are declared; extracted values last. */
export function activeFilters(address: Address, describe: Describe): ActiveFilter[] {
  return [
    ...FILTER_KEYS.flatMap((key) => declaredFilter(key, address, describe)),
    ...extractedFilters(address, describe.extracted),
  ];
}

function declaredFilter(key: FilterKey, address: Address, describe: Describe): ActiveFilter[] {
  if (key === 'to' || key === 'from') return rangeFilter(key, address, describe);
  const listed = LIST_FILTER_KEYS.find((each) => each === key || excludeKey(each) === key);
  if (listed)
    return chosenValues(listed === key ? listed : excludeKey(listed), listed, address, describe);
  return singleFilter(asSingle(key), address, describe);
}

/** Guarantee: {@link declaredFilter} has dealt with the lists and the range before. */
function asSingle(key: FilterKey): SingleFilterKey {
  return key as SingleFilterKey;
}

function singleFilter(key: SingleFilterKey, address: Address, describe: Describe): ActiveFilter[] {
  const value = address[key];
  if (value === null) return [];
  return [
    { key, name: FILTER_LABELS[key], value: describe.single(key, value), removal: { [key]: null } },
  ];
}

/** The change that takes all filters of an address away. */
export function noFilters(address: Address): FilterChange {
  return Object.fromEntries(filterKeysOf(address).map((key) => [key, null]));
}

function chosenValues(
  key: ListFilterKey | ExcludeFilterKey,
  listed: ListFilterKey,
  address: Address,
  describe: Describe,
): ActiveFilter[] {
  const chosen = address[key] ?? [];
  return chosen.map((value) => {
    const rest = chosen.filter((other) => other !== value);
    // Without those that have none: whatever it is.
    const any = key !== listed && value === NO_VALUE;
    return {
      key,
      name: FILTER_LABELS[any ? listed : key],
      value: any ? 'any' : describe.value(listed, value),
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
