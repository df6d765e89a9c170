import fc from 'fast-check';
import { expect, it } from 'vitest';
import { typedAmount } from './typed-number';

it.each([
  ['1,200', 1200],
  ['1,200.50', 1200.5],
  ['1.200,50', 1200.5],
  ["1'200", 1200],
  ['1 200,5', 1200.5],
  [' 1200 ', 1200],
  ['0,5', 0.5],
  ['12,34', 12.34],
  ['1,234,567', 1_234_567],
  ['', undefined],
  ['-5', undefined],
  ['1,20,0', undefined],
  ['1e3', undefined],
  ['twelve', undefined],
  ['$12', undefined],
])('%j is %s', (text, value) => {
  expect(typedAmount(text)).toBe(value);
});

it('reads what the page writes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (cents) => {
      const text = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2 }).format(cents / 100);
      expect(typedAmount(text)).toBe(cents / 100);
    }),
  );
});
