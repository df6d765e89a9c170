import type { ReadValue, ValueType } from '@/lib/call/extraction/read-value';

/** What the bits of `kind` say of a value: below 8 its type, and whether it is */
const TYPES = ['text', 'number', 'boolean', 'date', 'object'] as const satisfies ValueType[];
const TYPE_BITS = 7;
/** one of a list, */
const LISTED = 8;
/** the first of its key on its call, so that calls are counted once, */
const FIRST = 16;
/** or nothing but digits, which may be a code. */
const DIGITS = 32;

export function kindOf(read: ReadValue, listed: boolean, isFirst: boolean): number {
  return (
    TYPES.indexOf(read.type) +
    (listed ? LISTED : 0) +
    (isFirst ? FIRST : 0) +
    (read.digits ? DIGITS : 0)
  );
}

/** Whether a row is of a type, as SQL. */
export function isOfType(type: ValueType): string {
  return `(kind & ${TYPE_BITS}) = ${TYPES.indexOf(type)}`;
}

export const IS_FIRST = `(kind & ${FIRST}) <> 0`;
export const IS_LISTED = `(kind & ${LISTED}) <> 0`;
export const IS_DIGITS = `(kind & ${DIGITS}) <> 0`;
