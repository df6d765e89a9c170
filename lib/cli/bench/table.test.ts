import { expect, test } from 'vitest';
import { table } from './table';

test('names stand to the left, figures to the right', () => {
  expect(
    table([
      ['', 'p50', 'p95'],
      ['a list', '1.0', '12.5'],
      ['x', '100.0', '2.0'],
    ]),
  ).toBe('          p50   p95\na list    1.0  12.5\nx       100.0   2.0\n');
});
