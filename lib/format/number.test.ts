import { expect, it } from 'vitest';
import { formatCoefficient } from './number';

it.each([
  [1, '1.00'],
  [0.9999999999999998, '1.00'],
  [0.9973, '0.99'],
  [-0.9973, '-0.99'],
  [-1, '-1.00'],
  [0.29, '0.29'],
  [0, '0.00'],
  [-0.004, '0.00'],
])('a coefficient of %d reads %s', (value, text) => {
  expect(formatCoefficient(value)).toBe(text);
});
