import { text } from '@/lib/call/values/codec';

/** So many people can be given equal parts. */
const MAX_PARTS = 100;

/** One of several equal parts, counted from 1. */
export type Share = { part: number; of: number };

/** Written `2/3`: the second of three equal parts. */
export const share = text(
  (value) =>
    shareOf(value)
      ? undefined
      : `must be a part of several, such as 2/3 for the second of three, of ${MAX_PARTS} at most`,
  { type: 'string', pattern: '^[1-9][0-9]{0,2}/[1-9][0-9]{0,2}$' },
);

/** What a share means; undefined where the text is none. */
export function shareOf(value: string): Share | undefined {
  const [, part, of] = /^([1-9]\d{0,2})\/([1-9]\d{0,2})$/.exec(value)?.map(Number) ?? [];
  if (part === undefined || of === undefined || part > of || of > MAX_PARTS) return undefined;
  return { part, of };
}
