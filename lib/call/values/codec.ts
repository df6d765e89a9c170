import { termOf } from './terms';

/**
 * The text of one parameter and what it means. Written by hand because every page needs these at once, and zod
 * for them alone would be a tenth of the JavaScript of the first load.
 * Laws, tested: `decode` never throws; `decode(encode(value))` is the value.
 */
export type Codec<T> = {
  decode: (text: string) => Decoded<T>;
  encode: (value: T) => string;
};

/** What JSON Schema says of values. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** A codec that says what its values are, for whoever asks our API; what a schema cannot say only `decode` knows. */
export type ParameterCodec<T> = Codec<T> & { schema: JsonSchema };

/** A value, or what is wrong with the text, as the end of a sentence that starts with the parameter's name. */
export type Decoded<T> = { value: T } | { problem: string };

/** What a codec's values are. */
export type Value<C> = C extends Codec<infer T> ? T : never;

/** One of a few words. */
export function choice<const T extends readonly string[]>(options: T): ParameterCodec<T[number]> {
  return {
    decode: (text) => {
      const value = options.find((option) => option === text);
      return value === undefined ? { problem: `must be one of ${options.join(', ')}` } : { value };
    },
    encode: (value) => value,
    schema: { enum: options },
  };
}

/** Text that passes a check; `problem` names what is wrong with text that does not. */
export function text(
  problem: (text: string) => string | undefined,
  schema: JsonSchema = { type: 'string' },
): ParameterCodec<string> {
  return {
    decode: (value) => {
      const wrong = problem(value);
      return wrong === undefined ? { value } : { problem: wrong };
    },
    encode: (value) => value,
    schema,
  };
}

/** Text that says something, of at most so many characters. */
export function shortText(most: number): ParameterCodec<string> {
  return text(
    (value) => {
      if (value.trim() === '') return 'is empty';
      return value.length > most ? `is longer than ${most} characters` : undefined;
    },
    { type: 'string', minLength: 1, maxLength: most },
  );
}

/** A whole number within bounds, both included. */
export function wholeNumber(least: number, most: number): ParameterCodec<number> {
  return {
    decode: (digits) => {
      const value = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
      return value >= least && value <= most
        ? { value }
        : { problem: `must be a whole number from ${least} to ${most}` };
    },
    encode: String,
    schema: { type: 'integer', minimum: least, maximum: most },
  };
}

/** Beyond it numbers do not tell millionths apart: nothing larger is read, asked for or summed up. */
export const MOST_AMOUNT = Math.floor(Number.MAX_SAFE_INTEGER / 1_000_000);

/** A decimal number from 0 on, to the millionth, as far as numbers tell millionths apart. */
export const amount: ParameterCodec<number> = {
  decode: (digits) => {
    const value = /^\d{1,10}(\.\d{1,6})?$/.test(digits) ? Number(digits) : Number.NaN;
    return value <= MOST_AMOUNT
      ? { value }
      : { problem: `must be a number from 0 to ${MOST_AMOUNT}, with at most six decimals` };
  },
  // Never in the exponent's spelling, which is no input.
  encode: (value) => value.toFixed(6).replace(/\.?0+$/, ''),
  schema: { type: 'number', minimum: 0, maximum: MOST_AMOUNT },
};

/** A part of a whole, from 0 to 1. */
export const fraction: ParameterCodec<number> = {
  decode: (digits) => {
    const decoded = amount.decode(digits);
    return 'value' in decoded && decoded.value <= 1
      ? decoded
      : { problem: 'must be a number from 0 to 1, with at most six decimals' };
  },
  encode: amount.encode,
  schema: { type: 'number', minimum: 0, maximum: 1 },
};

export const yesNo: ParameterCodec<boolean> = {
  decode: (word) =>
    word === 'true' || word === 'false'
      ? { value: word === 'true' }
      : { problem: 'must be true or false' },
  encode: String,
  schema: { type: 'boolean' },
};

/** Distinct whole numbers within bounds, separated by commas. */
export function numbers(least: number, most: number): ParameterCodec<number[]> {
  const each = wholeNumber(least, most);
  return {
    decode: (joined) => {
      const decoded = joined.split(',').map((digits) => each.decode(digits));
      const value = decoded.flatMap((one) => ('value' in one ? [one.value] : []));
      return value.length === decoded.length
        ? { value: [...new Set(value)] }
        : { problem: `must be whole numbers from ${least} to ${most}, separated by commas` };
    },
    encode: (value) => value.join(','),
    schema: { type: 'array', items: each.schema },
  };
}

/** Distinct values separated by commas, each of them text that says something. */
export function list(most: { values: number; length: number }): ParameterCodec<string[]> {
  return {
    decode: (joined) => {
      const value = [...new Set(splitList(joined))];
      if (joined === '') return { problem: 'is empty' };
      if (value.includes('')) return { problem: 'has an empty value' };
      if (value.length > most.values) return { problem: `has more than ${most.values} values` };
      return value.some((each) => each.length > most.length)
        ? { problem: `has a value longer than ${most.length} characters` }
        : { value };
    },
    encode: joinList,
    schema: { type: 'array', maxItems: most.values, items: shortText(most.length).schema },
  };
}

/**
 * Several values in one parameter, separated by commas. A comma inside a value is written `%2C` (so `%252C`
 * in an address), and a percent sign `%25` where it would be read as the beginning of such a sign; others stand for
 * themselves, so that a link written by hand (`tags=50%25 off`) means what it says, and none gets longer by being read.
 */
export function joinList(values: readonly string[]): string {
  return values
    .map((value) => value.replace(AMBIGUOUS_PERCENT, '%25').replaceAll(',', '%2C'))
    .join(',');
}

const AMBIGUOUS_PERCENT = /%(?=25|2C|28(?:none|empty)%29$)/gi;

/** The inverse of {@link joinList}; empty items are kept for the caller to judge. */
export function splitList(joined: string): string[] {
  return joined.split(',').map((item) => {
    // Somebody has encoded all of a value: so it is one, and not the word for calls without any.
    const [, reserved] = /^%28(none|empty)%29$/i.exec(item) ?? [];
    if (reserved !== undefined) return termOf(`(${reserved.toLowerCase()})`);
    return item.replace(/%(25|2C)/gi, (_, code: string) => (code === '25' ? '%' : ','));
  });
}
