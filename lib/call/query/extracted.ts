import {
  choice,
  type Decoded,
  list,
  MOST_AMOUNT,
  type ParameterCodec,
  yesNo,
} from '@/lib/call/values/codec';
import { plainNumber } from '@/lib/call/values/typed-number';

/**
 * Filters on what the agent found out, a family of parameters: `x.KEY`, `not_x.KEY`, `min_x.KEY`, `max_x.KEY` and
 * `has_x.KEY` for every key of an account. `KEY` is the path inside `extraction`, its names joined by dots.
 */
export type ExtractedFilters = { [K in ExtractedFilterKey]?: ExtractedValue };

/** What one filter of the family asks for: {@link extractedConditions} tells which by its name. */
export type ExtractedValue = string[] | ExtractedBound | boolean;

/** A number, or a day or an instant in the spelling of ISO 8601. */
export type ExtractedBound = number | string;

export const EXTRACTED_PREFIXES = ['x.', 'not_x.', 'min_x.', 'max_x.', 'has_x.'] as const;
export type ExtractedPrefix = (typeof EXTRACTED_PREFIXES)[number];
export type ExtractedFilterKey = `${ExtractedPrefix}${string}`;

/** What an extracted value is sorted, grouped and shown in a column by: `x.` and its key. */
export type ExtractedName = `x.${string}`;

const MOST_KEY_LENGTH = 300;

const texts = list({ values: 100, length: 1000 });

/** As the index has them, in one spelling of letters with accents. */
const values: ParameterCodec<string[]> = {
  ...texts,
  decode: (joined) => {
    const read = texts.decode(joined);
    if (!('value' in read)) return read;
    return { value: [...new Set(read.value.map((each) => each.normalize('NFC')))] };
  },
};

/** A number from below zero too, such as a temperature, as written in any way that a value is read in, or a date. */
export const extractedBound: ParameterCodec<ExtractedBound> = {
  decode: decodeBound,
  encode: (bound) =>
    typeof bound === 'string'
      ? bound
      : bound
          .toFixed(6)
          .replace(/\.?0+$/, '')
          .replace(/^-0$/, '0'),
  schema: { type: ['number', 'string'] },
};

const codecs = {
  'x.': values,
  'not_x.': values,
  'min_x.': extractedBound,
  'max_x.': extractedBound,
  'has_x.': yesNo,
} as const satisfies Record<ExtractedPrefix, unknown>;

/** One of a few words, or an extracted value. */
export function orExtracted<const T extends readonly string[]>(
  options: T,
): ParameterCodec<T[number] | ExtractedName> {
  const words = choice(options);
  return {
    decode: (text) => {
      if (isExtractedName(text)) return { value: text };
      const outcome = words.decode(text);
      return 'value' in outcome
        ? outcome
        : { problem: `${outcome.problem}, or x. and the key of an extracted value` };
    },
    encode: String,
    schema: { anyOf: [words.schema, { type: 'string', pattern: '^x\\..+$' }] },
  };
}

/** The filters of the family that a query or an address has, those of one key beside each other. */
export function extractedFilterKeys(query: object): ExtractedFilterKey[] {
  return Object.entries(query)
    .flatMap(([name, value]) => {
      const parts = value === undefined || value === null ? null : extractedParts(name);
      return parts ?? [];
    })
    .sort((a, b) => compare(a.key, b.key) || place(a.prefix) - place(b.prefix))
    .map(({ name }) => name);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function place(prefix: ExtractedPrefix): number {
  return EXTRACTED_PREFIXES.indexOf(prefix);
}

/** What a name of the family asks about, and of which key; null for any other name. */
export function extractedParts(
  name: string,
): { prefix: ExtractedPrefix; key: string; name: ExtractedFilterKey } | null {
  const prefix = EXTRACTED_PREFIXES.find((each) => name.startsWith(each));
  if (prefix === undefined) return null;
  const key = name.slice(prefix.length);
  return isExtractedKey(key) ? { prefix, key, name: `${prefix}${key}` } : null;
}

/** The codec of a parameter of the family. */
export function extractedCodec(prefix: ExtractedPrefix): (typeof codecs)[ExtractedPrefix] {
  return codecs[prefix];
}

/** Whether a text is a key in its one spelling. */
export function isExtractedKey(key: string): boolean {
  return key !== '' && key.length <= MOST_KEY_LENGTH && keyOfPath(pathOfKey(key)) === key;
}

/** Whether a text names an extracted value: `x.` and a key. */
export function isExtractedName(name: string): name is ExtractedName {
  return name.startsWith('x.') && isExtractedKey(name.slice(2));
}

/** A dot or comma inside a name, and a percent sign that would be read as one, are percent-encoded. */
export function keyOfPath(path: readonly string[]): string {
  return path
    .map((name) =>
      name
        .replace(/%(?=2[5EC])/gi, '%25')
        .replaceAll('.', '%2E')
        .replaceAll(',', '%2C'),
    )
    .join('.');
}

/** The inverse of {@link keyOfPath}. */
export function pathOfKey(key: string): string[] {
  return key
    .split('.')
    .map((name) => name.replace(/%(2[5EC])/gi, (sign) => decodeURIComponent(sign)));
}

/** What a question asks of one key; at least one of them is there. */
export type ExtractedCondition = {
  key: string;
  any?: string[];
  none?: string[];
  min?: ExtractedBound;
  max?: ExtractedBound;
  has?: boolean;
};

/** The conditions of a query by key, in the order of their keys. */
export function extractedConditions(
  query: {
    readonly [K in ExtractedFilterKey]?: ExtractedValue | null;
  },
): ExtractedCondition[] {
  const found = new Map<string, ExtractedCondition>();
  for (const name of extractedFilterKeys(query)) {
    const parts = extractedParts(name);
    if (!parts) continue;
    const condition = found.get(parts.key) ?? { key: parts.key };
    found.set(parts.key, { ...condition, [MEANING[parts.prefix]]: query[name] });
  }
  return [...found.values()];
}

const MEANING = {
  'x.': 'any',
  'not_x.': 'none',
  'min_x.': 'min',
  'max_x.': 'max',
  'has_x.': 'has',
} as const satisfies Record<ExtractedPrefix, keyof ExtractedCondition>;

/** A day or an instant, as ISO 8601 writes it. */
const DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})?)?$/;

/** Whether a day is on the calendar, and its time on the clock: the engine takes February 31 for March 3. */
function isReal(date: string): boolean {
  const day = date.slice(0, 'YYYY-MM-DD'.length);
  const start = Date.parse(day);
  return (
    !Number.isNaN(Date.parse(date)) &&
    !Number.isNaN(start) &&
    new Date(start).toISOString().startsWith(day)
  );
}

function decodeBound(text: string): Decoded<ExtractedBound> {
  if (DATE.test(text) && isReal(text)) return { value: text };
  const [, sign = '', digits = ''] = /^([-−]?)[$€£]?(.+)$/.exec(text.trim()) ?? [];
  const plain = plainNumber(digits);
  const number = /^\d{1,10}(\.\d{1,6})?$/.test(plain) ? Number(plain) : Number.NaN;
  if (!(number <= MOST_AMOUNT))
    return { problem: 'must be a number with at most six decimals, or a date such as 2026-11-30' };
  return { value: sign === '' || number === 0 ? number : -number };
}
