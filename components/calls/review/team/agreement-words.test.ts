import { expect, it } from 'vitest';
import { agreementWords, kappaWords } from './agreement-words';

it.each([
  [200, 200, '100%'],
  [199, 200, '99%'],
  [29, 100, '29%'],
  [2, 3, '66%'],
  [0, 3, '0%'],
])('%s alike of %s: %s', (agreed, calls, words) => {
  expect(agreementWords(agreed, calls)).toBe(words);
});

it.each([
  [1, '1.00'],
  [0.416, '0.42'],
  [0, '0.00'],
  [-0.004, '0.00'],
  [-0.25, '-0.25'],
])('kappa of %s: %s', (kappa, words) => {
  expect(kappaWords(kappa)).toBe(words);
});
