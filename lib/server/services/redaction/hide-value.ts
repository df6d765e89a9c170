import { digitsIn, hideText, isMany } from './hide-text';
import { DEEPEST, isNumberName, mapObject, maskAll, parsedData, plain } from './mask-value';
import { HIDDEN } from './numbers/number-text';

/**
 * A copy of free data with its numbers hidden, in values at any depth and in names. `digits` is how many there are in
 * all that is looked at together: a number can be spread over the items of a list, the keys of an object or turns.
 */
export function hideValue(value: unknown, digits: number): unknown {
  return hidden(value, isMany(digits), 0);
}

/** How many digits the data holds, in figures and words, in values and in names. */
export function digitsWithin(value: unknown, depth = 0): number {
  if (depth > DEEPEST) return 0;
  if (typeof value === 'string') return digitsIn(value);
  if (typeof value === 'number') return digitsIn(plain(value));
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    // The places in a list are no digits of it.
    (sum, [key, each]) =>
      sum + (Array.isArray(value) ? 0 : digitsIn(key)) + digitsWithin(each, depth + 1),
    0,
  );
}

function hidden(value: unknown, isStrict: boolean, depth: number): unknown {
  if (depth > DEEPEST) return HIDDEN;
  if (typeof value === 'string') return hiddenText(value, isStrict, depth);
  if (typeof value === 'number') {
    const text = plain(value);
    const told = hideText(text, isStrict);
    return told === text ? value : told;
  }
  if (Array.isArray(value)) return value.map((each) => hidden(each, isStrict, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return mapObject(
    value,
    (each, key) => (isNumberName(key) ? maskAll(each, depth) : hidden(each, isStrict, depth + 1)),
    (key) => hideText(key, isStrict),
  );
}

/** Data inside a text, such as what a tool was called with, stays data. */
function hiddenText(text: string, isStrict: boolean, depth: number): string {
  const data = parsedData(text);
  return data === undefined
    ? hideText(text, isStrict)
    : JSON.stringify(hidden(data, isStrict, depth + 1));
}
