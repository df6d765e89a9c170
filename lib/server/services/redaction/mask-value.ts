import { digitsSaid, HIDDEN, isDigitsOnly, maskNumber, maskText } from './numbers/number-text';

/** Names under which everything is part of a number, however it is cut up. */
const NUMBER_NAME =
  /phone|telefon|mobile|msisdn|whatsapp|(?:^|[_\s-])(?:tel|cell|fax|ani|dnis|caller|callee|callback|dialed|area_?code|exchange|line_?number|country_?code)(?:$|[_\s\d-])|(?:from|to|contact|caller|callback|call|dialed)[_\s-]?number/i;

/** Names of references of the trade: a few plain digits under them are no number. */
const REFERENCE_NAME =
  /(?:^|[_\s-])(?:mc|dot|load|order|invoice|reference|ref|po|pro|bol|rate|weight|miles|zip)(?:$|[_\s-])/i;
const REFERENCE = /^[0-9]{1,8}$/;

/** Deeper than this nobody looks; what lies there is left out. */
export const DEEPEST = 200;

type Numbers = 'mask' | 'keep';

/**
 * A copy of any data with all that can be a phone number masked, in values at any depth and in names. A number under
 * `keep` stays: it is known to be an amount or a time.
 */
export function maskValue(
  value: unknown,
  numbers: Numbers = 'mask',
  name = '',
  depth = 0,
): unknown {
  if (depth > DEEPEST) return HIDDEN;
  if (isNumberName(name)) return maskAll(value, depth);
  if (typeof value === 'string') return maskString(value, name, depth);
  if (typeof value === 'number') return numbers === 'keep' ? value : maskInteger(value, name);
  if (Array.isArray(value)) return maskList(value, numbers, name, depth);
  if (typeof value !== 'object' || value === null) return value;
  return mapObject(value, (each, key) => maskValue(each, numbers, key, depth + 1));
}

/** Whether everything under this name is part of a number. */
export function isNumberName(name: string): boolean {
  return NUMBER_NAME.test(name.replace(/([a-z])([A-Z])/g, '$1_$2'));
}

/** Everything in it is part of a number. */
export function maskAll(value: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return HIDDEN;
  if (typeof value === 'string') return maskNumber(value);
  if (typeof value === 'number') return maskNumber(plain(value));
  if (Array.isArray(value)) return value.map((each) => maskAll(each, depth + 1));
  if (typeof value !== 'object' || value === null) return value;
  return mapObject(value, (each) => maskAll(each, depth + 1));
}

function maskString(text: string, name: string, depth: number): string {
  if (REFERENCE_NAME.test(name) && REFERENCE.test(text)) return text;
  const data = parsedData(text);
  // Data inside a text, such as what a tool was called with: cut up in it, a number is not seen from outside.
  return data === undefined
    ? maskText(text)
    : JSON.stringify(maskValue(data, 'mask', name, depth + 1));
}

function maskInteger(value: number, name: string): number | string {
  if (REFERENCE_NAME.test(name) && REFERENCE.test(String(value))) return value;
  const whole = plain(Math.trunc(value));
  const masked = maskText(whole);
  return masked === whole ? value : masked;
}

/** A number can be cut into the items of a list. */
function maskList(list: unknown[], numbers: Numbers, name: string, depth: number): unknown[] {
  const isPiece = (each: unknown) => isText(each) && isDigitsOnly(String(each));
  const digits = list
    .filter(isPiece)
    .reduce<number>((sum, each) => sum + digitsSaid(String(each)), 0);
  const isCut = numbers === 'mask' && digits >= 7 && list.length > 1;
  return list.map((each) =>
    isCut && isPiece(each) ? maskNumber(String(each)) : maskValue(each, numbers, name, depth + 1),
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'number';
}

/** Two names that are masked to the same one are both kept. */
export function mapObject(
  value: object,
  map: (each: unknown, key: string) => unknown,
  nameOf: (key: string) => string = maskText,
): object {
  const taken = new Set<string>();
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => {
      let name = nameOf(key);
      while (taken.has(name)) name += '′';
      taken.add(name);
      return [name, map(each, key)];
    }),
  );
}

/** All digits of a number, however large. */
export function plain(value: number): string {
  return Number.isFinite(value) && Number.isInteger(value)
    ? BigInt(value).toString()
    : String(value);
}

/** The data that a text is, where it is an object or a list. */
export function parsedData(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
