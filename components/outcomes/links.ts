import { callsHref, type Ends, groupHref } from '@/components/costs/view/drill-down';
import { extractedCodec, isExtractedName } from '@/lib/call/query/extracted';
import type { Address, AddressChange } from '@/lib/url/address';
import type { OutcomesGrouping } from './view';

/** From a number to its calls: exactly those that it counts. */

export type LinkedGroups = {
  grouping: OutcomesGrouping;
  /** A call can be in several groups. */
  overlapping: boolean;
  keys: readonly (string | null)[];
};

/** The calls of one group, narrowed by `more`; null where no filter says it. */
export function outcomeGroupHref(
  address: Address,
  range: Ends,
  groups: LinkedGroups,
  key: string | null,
  more: AddressChange = {},
): string | null {
  const { grouping, overlapping, keys } = groups;
  if (!isExtractedName(grouping)) return groupHref(address, range, grouping, key, keys, more);
  const chosen = address[grouping] ?? null;
  // A call with several values would be asked for by another one of them.
  if (overlapping && (key === null || (chosen !== null && !chosen.includes(key)))) return null;
  if (key !== null) return kept(grouping, [key]);
  const excluded = `not_${grouping}` as const;
  const named = keys.filter((each) => each !== null);
  return kept(excluded, [...new Set([...(address[excluded] ?? []), ...named])]);

  function kept(name: `x.${string}` | `not_x.${string}`, values: string[]): string | null {
    const { decode, encode } = extractedCodec('x.');
    return 'value' in decode(encode(values))
      ? callsHref(address, range, { ...more, [name]: values })
      : null;
  }
}

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
  return { [`min_x.${key}`]: typeof asked === 'number' ? Math.max(asked, min) : min };
}
