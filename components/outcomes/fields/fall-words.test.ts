import { expect, it } from 'vitest';
import { filledWords, probabilityWords } from './fall-words';

it.each([
  [{ calls: 1200, filled: 300 }, '300 of 1,200 calls (25.0%)'],
  [{ calls: 0, filled: 0 }, '0 of 0 calls (0.0%)'],
])('%j', (proportion, words) => {
  expect(filledWords(proportion)).toBe(words);
});

it.each([
  [0.00312, 'p = 0.0031'],
  [3e-12, 'p < 0.0001'],
])('%f is told as %s', (p, words) => {
  expect(probabilityWords(p)).toBe(words);
});
