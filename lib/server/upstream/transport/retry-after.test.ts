import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after';

const now = Date.parse('2026-11-01T12:00:00Z');

test.each([
  ['0', 0],
  ['3', 3],
  [' 120 ', 120],
  ['99999999999999999999', 86_400],
  ['Sun, 01 Nov 2026 12:00:07 GMT', 7],
  ['Sun, 01 Nov 2026 11:00:00 GMT', 0],
  ['-5', undefined],
  ['1.5', undefined],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
  [['3', '4'], undefined],
])('%j means %j seconds', (header, seconds) => {
  expect(parseRetryAfter(header, now)).toBe(seconds);
});
