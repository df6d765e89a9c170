import { expect, test } from 'vitest';
import { isGlance, rangeOf } from './byte-range';

test('a header of nothing but spaces takes no time', () => {
  const spaces = ' '.repeat(15_000);
  const began = performance.now();
  for (const header of [`bytes=${spaces}x`, `bytes=1${spaces}x`, `${spaces}x`])
    expect([rangeOf(header, 10), isGlance(header)]).toEqual([undefined, false]);
  expect(performance.now() - began).toBeLessThan(50);
});

test('spaces between are none of our business', () => {
  expect(rangeOf(' Bytes = 1 - 4 ', 10)).toEqual({ first: 1, last: 4 });
});
