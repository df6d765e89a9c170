import { expect, it } from 'vitest';
import { freeScopes, takenScopes } from './free-scopes';

const USE_CASES = [
  { value: 'a', label: 'Sales' },
  { value: '(none)', label: null },
];

it.each([
  [[], [null, 'a', '(none)']],
  [[null], ['a', '(none)']],
  [
    ['a', 'gone'],
    [null, '(none)'],
  ],
  [[null, 'a', '(none)'], []],
])('beside budgets of %j there is left %j', (there, left) => {
  const taken = takenScopes(there.map((use_case) => ({ use_case })));
  expect(freeScopes(USE_CASES, taken).map(({ use_case }) => use_case)).toEqual(left);
});
