import type { Address, AddressChange } from '@/lib/url/address';

/** From a number to its calls: exactly those that it counts. */

/** Of these calls those that reached somebody. */
export const REACHED = { has_outcome: true } as const satisfies AddressChange;

/** The outcomes of a success that the page's own filter of outcomes leaves, of calls that reached somebody. */
export function chosenChange(address: Address, outcomes: readonly string[]): AddressChange {
  const left = address.classifications;
  return {
    ...REACHED,
    classifications: outcomes.filter((each) => left?.includes(each) ?? true),
  };
}

/** The calls that have a number under a key, of which `min` is the smallest; null where they have none. */
export function numberChange(
  address: Address,
  key: string,
  min: number | null,
): AddressChange | null {
  if (min === null) return null;
  const asked = address[`min_x.${key}`];
  const change: AddressChange = {};
  change[`min_x.${key}`] = typeof asked === 'number' ? Math.max(asked, min) : min;
  return change;
}
