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
  const texts = new Map<number, Texts>();
  const rows: Cell[][] = [];
  for (const { key, value, listed } of eachValue(extraction).found) {
    const code = codeOf(key);
    if (code === null) continue;
    const read = readValue(value);
    const before = texts.get(code);
    if (hasText(before, read.text)) continue;
    texts.set(code, withText(before, read.text));
    const kind = kindOf(read, listed, before === undefined);
    const { type, number } = read;
    const kept = number === null || type === 'date' ? number : Math.round(number * PARTS);
    rows.push([code, place, kind, read.text, kept, read.unit]);
  }
  return rows;
}

/** The texts of a key on one call; nearly all keys have one, which needs no set of its own. */
type Texts = string | null | Set<string | null>;

function hasText(texts: Texts | undefined, text: string | null): boolean {
  return texts instanceof Set ? texts.has(text) : texts === text;
}

function withText(texts: Texts | undefined, text: string | null): Texts {
  if (texts === undefined) return text;
  return texts instanceof Set ? texts.add(text) : new Set([texts, text]);
}
