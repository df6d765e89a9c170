import { callsQueryParams } from '@/lib/call/query/query';
import {
  type Address,
  type AddressChange,
  addressQuery,
  callsQueryOf,
  changedAddress,
  problemOfValue,
} from './address';

/** Why a change of the address was not made: a value of one parameter, or all of them together (null). */
export type RefusedChange = { key: string | null; problem: string };

/** The API takes 4 kB of query; the questions of the cost page say a little more than the filters. */
const LONGEST_QUERY = 3840;
/** A page takes 8 kB. */
const LONGEST_ADDRESS = 8000;

/**
 * What is wrong with a change: an address that cannot be read back, or asked, would be one without that filter, and so
 * show every call. Null when it can be made; what makes a long address shorter always can.
 */
export function problemOfChange(address: Address, change: AddressChange): RefusedChange | null {
  for (const [key, value] of Object.entries(change)) {
    const problem = problemOfValue(key, value);
    if (problem !== undefined) return { key, problem };
  }
  const next = changedAddress(address, change);
  if (excess(next) <= 0 || excess(next) < excess(address)) return null;
  return { key: null, problem: 'would be longer than one question can be' };
}

function excess(address: Address): number {
  const asked = callsQueryParams(callsQueryOf(address, '')).toString();
  return Math.max(asked.length - LONGEST_QUERY, addressQuery(address).length - LONGEST_ADDRESS);
}

let refused: RefusedChange | null = null;
const listeners = new Set<() => void>();

/** The last change, where it was not made. */
export function refusedChange(): RefusedChange | null {
  return refused;
}

export function onRefusedChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function tellRefusedChange(next: RefusedChange | null): void {
  if (refused === next) return;
  refused = next;
  for (const listener of listeners) listener();
}
