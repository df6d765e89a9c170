import { expect, it } from 'vitest';
import { accountOf } from './account';

it.each([
  ['of-key', ['a', 'a'], 'of-key'],
  [undefined, ['b', 'a', 'a'], 'a'],
  [undefined, ['b', 'a', null], 'a'],
  [undefined, ['a', 'b', undefined], 'a'],
  ['', [null, null, 'b'], 'b'],
  [undefined, [null, ''], 'happyrobot'],
  [undefined, [], 'happyrobot'],
])('with the key of %s, calls of %j are billed to %s', (organizationId, organizations, account) => {
  const calls = organizations.map((organization_id) => ({ organization_id }));
  expect(accountOf(organizationId, calls)).toBe(account);
});
