import type { TypeCounts } from '@/lib/call/extraction/field-type';
import { type ReadValue, VALUE_TYPES, type ValueType } from '@/lib/call/extraction/read-value';

/** What the bits of `kind` say of a value: below 8 its type, and whether it is */
const TYPE_BITS = 7;
/** one of a list, */
const LISTED = 8;
/** the first of its key on its call, so that calls are counted once, */
const FIRST = 16;
/** or nothing but digits, which may be a code. */
const DIGITS = 32;

export function kindOf(read: ReadValue, listed: boolean, isFirst: boolean): number {
  return (
    VALUE_TYPES.indexOf(read.type) +
    (listed ? LISTED : 0) +
    (isFirst ? FIRST : 0) +
    (read.digits ? DIGITS : 0)
  );
}

/** Whether a row is of a type, as SQL. */
export function isOfType(type: ValueType): string {
  return `(kind & ${TYPE_BITS}) = ${VALUE_TYPES.indexOf(type)}`;
}

/** Whether a row is the first of its call, and what it is apart from that, as SQL. */
export const IS_FIRST = `(kind & ${FIRST}) <> 0`;
export const PLAIN_KIND = `kind & ${TYPE_BITS + LISTED + DIGITS}`;

/** How many rows there are of a kind, and from where to where their numbers are. */
export type KindCount = { kind: number; n: number; min: number | null; max: number | null };
export type Range = { min: number | null; max: number | null };

/** What the rows of a key are, and the ranges of its numbers and of its dates. */
export function summaryOf(rows: readonly KindCount[]): {
  counts: TypeCounts;
  numbers: Range;
  dates: Range;
} {
  const counts: TypeCounts = {
    text: 0,
    number: 0,
    boolean: 0,
    date: 0,
    object: 0,
    listed: 0,
    digits: 0,
  };
  const ranges: Record<'number' | 'date', Range> = {
    number: { min: null, max: null },
    date: { min: null, max: null },
  };
  for (const { kind, n, min, max } of rows) {
    const type = VALUE_TYPES[kind & TYPE_BITS] ?? 'text';
    counts[type] += n;
    if (kind & LISTED) counts.listed += n;
    if (kind & DIGITS) counts.digits += n;
    if (type === 'number' || type === 'date') ranges[type] = widened(ranges[type], { min, max });
  }
  return { counts, numbers: ranges.number, dates: ranges.date };
}

function widened(a: Range, b: Range): Range {
  return {
    min: a.min === null || b.min === null ? (a.min ?? b.min) : Math.min(a.min, b.min),
    max: a.max === null || b.max === null ? (a.max ?? b.max) : Math.max(a.max, b.max),
  };
}
