import { type Address, addressQuery } from './address';

/** The list of calls that was on screen last, in this tab. Only a browser ever sets it. */
let last: Address | null = null;

export function rememberList(address: Address): void {
  last = { ...address, call: null, tab: 'overview', turn: null, t: null, compare: null };
}

/**
 * The query of the way back to the list that somebody has left for another page, with its order and its place; null
 * where the filters are no longer those that `carried` took along from it.
 */
export function wayBack(here: Address, carried: (list: Address) => string): string | null {
  return last && carried(last) === carried(here) ? addressQuery(last) : null;
}
