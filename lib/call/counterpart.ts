import type { CallRow } from './call';

/**
 * The number of the other side: whom we called, or who called us. null where there is none that tells one party from
 * others: two anonymous callers need not be the same person.
 */
export function counterpartOf({ type, metadata }: Pick<CallRow, 'type' | 'metadata'>) {
  const number = type === 'Outbound' ? metadata?.to : type === 'Inbound' ? metadata?.from : null;
  return number && isTelling(number) ? number : null;
}

/** A telephone number has digits enough to be one; on the web an address stands in its place. */
function isTelling(number: string): boolean {
  return number.includes('@') || number.replace(/\D/g, '').length >= 5;
}
