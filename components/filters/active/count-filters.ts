import { filterKeysOf } from '@/lib/call/query/filter-keys';
import { excludeKey, LIST_FILTER_KEYS } from '@/lib/call/query/filters';
import type { Address } from '@/lib/url/address';

const LISTS: readonly string[] = LIST_FILTER_KEYS.flatMap((key) => [key, excludeKey(key)]);

/** How many conditions are in force: as many as there are chips, without their words. */
export function countFilters(address: Address): number {
  const counts = filterKeysOf(address).map((key) => {
    const value = address[key];
    if (value === null || value === undefined) return 0;
    // Both ends of the range are one condition.
    if (key === 'to' && address.from !== null) return 0;
    return (LISTS.includes(key) || /^(not_)?x\./.test(key)) && Array.isArray(value)
      ? value.length
      : 1;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
