import { isExtractedKey, keyOfPath } from '@/lib/call/query/extracted';
import { remembered } from './remembered';
import { wellFormed } from './well-formed';

/** What stands at a key of an extraction; an object has no text of its own: its parts have keys of theirs. */
export type FoundValue = {
  key: string;
  value: string | number | boolean | object;
  /** Whether it is one of a list, or lies in one. */
  listed: boolean;
};

/** What an extraction holds, and whether there was more than anybody looks at. */
export type Walked = { found: FoundValue[]; cut: boolean };

/** Deeper than this nobody looks, */
const DEEPEST = 40;
/** nor at more keys of one call, */
const MOST_KEYS = 500;
/** nor at more values of one key. */
const MOST_VALUES = 100;

/**
 * Every value of an extraction by its key, in the order in which they stand there. Null, missing and blank are no
 * values, and so are objects and lists that hold nothing else. The values of a list stand at the key of the list, the
 * parts of its objects below it.
 */
export function eachValue(extraction: unknown): Walked {
  const walked: Walked = { found: [], cut: false };
  if (!isObject(extraction) || Array.isArray(extraction)) return walked;
  const counts = new Map<string, number>();
  for (const [name, part] of Object.entries(extraction))
    walk({ value: part, path: [name], listed: false, depth: 1 }, walked, counts);
  return walked;
}

/** The values of an extraction at one key. */
export function valuesAt(extraction: unknown, key: string): FoundValue[] {
  return eachValue(extraction).found.filter((each) => each.key === key);
}

type Step = { value: unknown; path: readonly string[]; listed: boolean; depth: number };

function walk(step: Step, walked: Walked, counts: Map<string, number>): void {
  const { value, path, listed, depth } = step;
  if (value === null || value === undefined || isBlank(value)) return;
  if (!isObject(value)) {
    add(step, walked, counts);
    return;
  }
  if (depth > DEEPEST) {
    walked.cut = true;
    return;
  }
  if (Array.isArray(value)) {
    for (const each of value)
      walk({ value: each, path, listed: true, depth: depth + 1 }, walked, counts);
    return;
  }
  const before = walked.found.length;
  for (const [name, part] of Object.entries(value))
    walk({ value: part, path: [...path, name], listed, depth: depth + 1 }, walked, counts);
  if (walked.found.length > before) add(step, walked, counts);
}

function add({ value, path, listed }: Step, walked: Walked, counts: Map<string, number>): void {
  const key = keyOf(path);
  const count = counts.get(key) ?? 0;
  if (!isValue(value) || key === '' || isBeyond(count, counts.size)) {
    walked.cut = true;
    return;
  }
  counts.set(key, count + 1);
  walked.found.push({ key, value, listed });
}

/** The key of a path, empty where no filter could name it. */
function keyOf(path: readonly string[]): string {
  return knownKey(keyOfPath(path));
}

const knownKey = remembered((written) => {
  const key = wellFormed(written);
  return isExtractedKey(key) ? key : '';
});

function isBeyond(count: number, keys: number): boolean {
  return count >= MOST_VALUES || (count === 0 && keys >= MOST_KEYS);
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isBlank(value: unknown): boolean {
  return typeof value === 'string' && value.trim() === '';
}

function isValue(value: unknown): value is FoundValue['value'] {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value === 'string' || typeof value === 'boolean' || isObject(value);
}
