import { LONGEST_ADDRESS } from '@/lib/call/limits';
import {
  type Address,
  type AddressChange,
  addressQuery,
  changedAddress,
  problemOfValue,
} from './address';

/** Why a change of the address was not made: a value of one parameter, or all of them together (null). */
export type RefusedChange = { key: string | null; problem: string };

/** What links add to an address, such as the call that they open. */
const ROOM_FOR_LINKS = 192;

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
  return { key: null, problem: 'would make the address longer than it can be' };
}

function excess(address: Address): number {
  const escaped = new URLSearchParams(addressQuery(address)).toString();
  return escaped.length - (LONGEST_ADDRESS - ROOM_FOR_LINKS);
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
