import * as z from 'zod/mini';

/**
 * Several values in one parameter, separated by commas. A comma inside a value is written `%2C` (so `%252C`
 * in an address) and a percent sign `%25`; other percent signs stand for themselves, so that a link written
 * by hand (`tags=50%25 off`) still means what it says.
 */
export function joinList(values: readonly string[]): string {
  return values.map((value) => value.replaceAll('%', '%25').replaceAll(',', '%2C')).join(',');
}

/** The inverse of {@link joinList}; empty items are kept for the caller to judge. */
export function splitList(text: string): string[] {
  return text
    .split(',')
    .map((item) => item.replace(/%(25|2C)/gi, (_, code: string) => (code === '25' ? '%' : ',')));
}

/** A comma-separated list of distinct, non-empty values. */
export function listCodec(limits: { items: number; length: number }) {
  return z.codec(
    z.string(),
    z
      .array(
        z
          .string()
          .check(
            z.minLength(1, 'has an empty value'),
            z.maxLength(limits.length, `has a value longer than ${limits.length} characters`),
          ),
      )
      .check(
        z.minLength(1, 'is empty'),
        z.maxLength(limits.items, `has more than ${limits.items} values`),
      ),
    { decode: (text) => [...new Set(splitList(text))], encode: joinList },
  );
}
