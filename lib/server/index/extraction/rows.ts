import { readValue } from '@/lib/call/extraction/read-value';
import { eachValue } from '@/lib/call/extraction/walk';
import type { Cell } from '@/lib/server/index/engine/driver';
import { kindOf } from './kinds';

/** Numbers are kept to so many parts of one. */
export const PARTS = 1_000_000;

/**
 * The rows of what was found out on the call at a place, each text of a key once. `codeOf` gives the code of a key, null
 * of one that is kept of no call.
 */
export function extractedRows(
  extraction: unknown,
  place: number,
  codeOf: (key: string) => number | null,
): Cell[][] {
  const texts = new Map<number, Set<string | null>>();
  return eachValue(extraction).found.flatMap(({ key, value, listed }) => {
    const code = codeOf(key);
    if (code === null) return [];
    const read = readValue(value);
    const known = texts.get(code) ?? new Set();
    if (known.has(read.text)) return [];
    const kind = kindOf(read, listed, known.size === 0);
    texts.set(code, known.add(read.text));
    const { type, number } = read;
    const kept = number === null || type === 'date' ? number : Math.round(number * PARTS);
    return [[code, place, kind, read.text, kept, read.unit]];
  });
}
