import { isCallId } from '@/lib/call/call-id';
import { maskText } from './numbers/number-text';

/** What is known to be an id or an instant is no number, whatever digits it has. */

/** As long as phone numbers are, and nothing but digits: that can be one even where an id should be. */
const COULD_BE_DIALLED = /^[0-9]{7,15}$/;

/** An id as it is; what cannot be one, or could be dialled, is masked. */
export function maskId(id: string): string {
  return isCallId(id) && !COULD_BE_DIALLED.test(id) ? id : maskText(id);
}

/** An instant as it was written; one with a remark in it is written anew. */
export function keepInstant(text: string): string {
  const time = Date.parse(text);
  if (Number.isNaN(time)) return maskText(text);
  return /^[\p{L}0-9\s:./,+-]*$/u.test(text) ? text : new Date(time).toISOString();
}

/** Guarantee: a mask keeps the shape, a text stays a text; only numbers where anything may stand become texts. */
export function like<T>(_original: T, masked: unknown): T {
  return masked as T;
}
