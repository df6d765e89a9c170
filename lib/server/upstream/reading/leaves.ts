import { MOST_AMOUNT } from '@/lib/call/values/codec';
import { parseInstant } from '@/lib/call/values/instants';

/** In place of a value that does not fit its documented shape and cannot be read without loss. */
export const UNREADABLE = Symbol('unreadable');

const NUMERAL = /^\s*[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?\s*$/i;

/** Text; a number stands for its digits, as phone numbers and ids do. */
export function readText(value: unknown): unknown {
  if (typeof value === 'string') return value;
  return isExact(value) ? String(value) : UNREADABLE;
}

/** Text that says something. */
export function readWord(value: unknown): unknown {
  const text = readText(value);
  return typeof text === 'string' && text.trim() === '' ? UNREADABLE : text;
}

/** A number, also as text. No amount, length or count of a call is larger than what can be counted to the millionth. */
export function readNumber(value: unknown): unknown {
  if (typeof value === 'number') return isBounded(value) ? value : UNREADABLE;
  if (typeof value !== 'string' || value.length > 50 || !NUMERAL.test(value)) return UNREADABLE;
  const number = Number(value);
  return isBounded(number) ? number : UNREADABLE;
}

/** Yes or no, also as a number or text. */
export function readFlag(value: unknown): unknown {
  if (typeof value === 'boolean') return value;
  if (value === 1 || value === 0) return value === 1;
  if (typeof value !== 'string' || value.length > 5) return UNREADABLE;
  const word = value.toLowerCase();
  if (word === '1' || word === 'true') return true;
  return word === '0' || word === 'false' ? false : UNREADABLE;
}

/** An instant: ISO 8601 with its zone as it is, any other notation made into that. */
export function readInstant(value: unknown): unknown {
  return parseInstant(value) ?? UNREADABLE;
}

function isBounded(value: number): boolean {
  return Math.abs(value) <= MOST_AMOUNT;
}

/** Beyond it the digits of a whole number are not those that were sent any more. */
function isExact(value: unknown): boolean {
  return typeof value === 'number' && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}
