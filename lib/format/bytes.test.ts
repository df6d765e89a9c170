import { expect, it } from 'vitest';
import { formatBytes } from './bytes';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [999_900, '999.9 kB'],
  [1_000_000, '1.0 MB'],
  [3_456_789_000, '3.5 GB'],
  [2_000_000_000_000, '2000.0 GB'],
])('%i bytes are %s', (bytes, text) => {
  expect(formatBytes(bytes)).toBe(text);
});
