import { expect, it } from 'vitest';
import { unitsOf } from './units';

it.each([
  ['no numbers', [], null, []],
  ['none that names one', [{ unit: null, count: 5 }], null, []],
  [
    'one, and some that name none',
    [
      { unit: null, count: 50 },
      { unit: 'USD', count: 5 },
    ],
    'USD',
    [],
  ],
  [
    'several: the most frequent',
    [
      { unit: 'EUR', count: 2 },
      { unit: 'USD', count: 5 },
    ],
    'USD',
    [{ unit: 'EUR', count: 2 }],
  ],
  [
    'as many: always the same',
    [
      { unit: 'lbs', count: 2 },
      { unit: 'kg', count: 2 },
    ],
    'kg',
    [{ unit: 'lbs', count: 2 }],
  ],
])('%s', (_, counted, unit, others) => {
  expect(unitsOf(counted)).toEqual({ unit, others });
});
