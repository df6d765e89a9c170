import fc from 'fast-check';
import { type ExtractedFilters, keyOfPath } from './extracted';

/** Names that agents or attackers could give to what was found out. */
const name = fc.oneof(
  fc.constantFrom('rate', 'lane.origin', 'a,b', 'a%2Eb', '%2c', '%252E', '%', '__proto__', 'a:200'),
  fc.constantFrom(
    'constructor',
    'toString',
    'x.',
    '🚚',
    'مبلغ',
    '"',
    "' OR 1=1",
    '<b>',
    '=1+1',
    ' ',
    '&x=1#',
  ),
  fc.string({ maxLength: 12, unit: 'grapheme' }),
);

/** Keys in their one spelling. */
export const hostileKey = fc
  .array(name, { minLength: 1, maxLength: 4 })
  .map(keyOfPath)
  .filter((key) => key !== '' && key.length <= 300);

const term = fc
  .oneof(name, fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), fc.constant('(none)'))
  // Read in one spelling of letters with accents.
  .map((text) => text.normalize('NFC'))
  .filter((text) => text !== '');
const terms = fc.uniqueArray(term, { minLength: 1, maxLength: 4 });
const numbers = fc
  .tuple(fc.integer({ min: -9e8, max: 9e8 }), fc.integer({ min: 0, max: 9e8 }))
  .map(([from, more]) => [from / 1000, (from + more) / 1000] as const);
const days = fc
  .tuple(fc.integer({ min: 0, max: 20_000 }), fc.nat(1000))
  .map(([from, more]) => [day(from), day(from + more)] as const);

function day(number: number): string {
  return new Date(number * 86_400_000).toISOString().slice(0, 10);
}

const ofOne = fc.record(
  {
    any: terms,
    none: terms,
    bounds: fc.oneof(numbers, days),
    open: fc.constantFrom('min', 'max', 'both'),
    has: fc.boolean(),
  },
  { requiredKeys: ['open'] },
);

/** Filters of the family that can be meant. */
export const extractedFiltersArbitrary: fc.Arbitrary<ExtractedFilters> = fc
  .uniqueArray(fc.tuple(hostileKey, ofOne), { maxLength: 4, selector: ([key]) => key })
  .map((all) =>
    Object.assign(
      {},
      ...all.map(([key, { any, none, bounds, open, has }]) => ({
        ...(any && { [`x.${key}`]: any }),
        ...(none && { [`not_x.${key}`]: none }),
        ...(bounds && open !== 'max' && { [`min_x.${key}`]: bounds[0] }),
        ...(bounds && open !== 'min' && { [`max_x.${key}`]: bounds[1] }),
        ...(has !== undefined && { [`has_x.${key}`]: has }),
      })),
    ),
  );
