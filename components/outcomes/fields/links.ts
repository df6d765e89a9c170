import { callsHref, type Ends } from '@/components/costs/view/drill-down';
import { REACHED } from '@/components/outcomes/view/links';
import type { OutcomeFieldsResponse } from '@/lib/call/answers/outcomes-responses';
import type { Address, AddressChange } from '@/lib/url/address';

export type Field = OutcomeFieldsResponse['fields'][number];

/** The calls of a use case that reached somebody and have a value under a key, or have none; null: all of them. */
export function fieldHref(
  address: Address,
  { use_case, key }: Pick<Field, 'use_case' | 'key'>,
  has: boolean | null,
  range: Ends | null,
): string | null {
  const change: AddressChange = { ...REACHED, ...range, use_cases: [use_case.id] };
  if (has !== null) change[`has_x.${key}`] = has;
  return callsHref(address, null, change);
}
