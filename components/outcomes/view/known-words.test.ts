import { expect, it } from 'vitest';
import { knownWords } from './known-words';

const coverage = {
  from: null,
  to: null,
  complete: true,
  indexed: 1500,
  upstream_count: 2000,
  unreadable: 0,
};

it.each([
  [{ coverage }, ''],
  [{ coverage, extracted: { extracted: 1500, calls: 1500 } }, ''],
  [
    { coverage, extracted: { extracted: 1000, calls: 1500 } },
    ' Extracted values are known of 1,000 of 1,500 calls so far.',
  ],
  [
    { coverage: { ...coverage, complete: false } },
    ' The index has read 1,500 of 2,000 calls so far.',
  ],
])('%j: %j', (meta, words) => {
  expect(knownWords(meta)).toBe(words);
});
