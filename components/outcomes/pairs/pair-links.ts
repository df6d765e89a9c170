import { callsHref } from '@/components/costs/view/drill-down';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import type { Address, AddressChange } from '@/lib/url/address';

/** Both ends inclusive. */
export type Bounds = { min: number; max: number };
/** The two keys that are drawn. */
export type PairKeys = { field: string; against: string };
type Answer = Pick<OutcomePairsResponse, 'x' | 'y' | 'range'>;

/**
 * From numbers of both keys to exactly the calls that have them; null where no filter says it: it knows no units, and a
 * key on which the page asks for dates cannot be asked for numbers as well.
 */
export function pairHref(
  address: Address,
  { x, y, range }: Answer,
  { field, against }: PairKeys,
  bounds: { x: Bounds; y: Bounds },
  more: AddressChange = {},
): string | null {
  if (x.other_units.length + y.other_units.length > 0) return null;
  const [along, up] = [within(address, field, bounds.x), within(address, against, bounds.y)];
  return along && up && callsHref(address, range, { ...along, ...up, ...more });
}

/** The one call that has them, opened over the calls of the page where no filter finds it alone. */
export function callHref(address: Address, { range }: Answer, id: string): string | null {
  return callsHref(address, range, { call: id });
}

/** What the page asks of the key already is asked still. */
function within(address: Address, key: string, { min, max }: Bounds): AddressChange | null {
  const [least, most] = [address[`min_x.${key}`], address[`max_x.${key}`]];
  if (typeof least === 'string' || typeof most === 'string') return null;
  const change: AddressChange = {};
  change[`min_x.${key}`] = typeof least === 'number' ? Math.max(least, min) : min;
  change[`max_x.${key}`] = typeof most === 'number' ? Math.min(most, max) : max;
  return change;
}
