import { expect, it } from 'vitest';
import { groupsAfter, groupsWithout } from './shown-groups';

const shown = { keys: ['a', 'b'], gone: [] };

it('stay when nothing asks for them any more, and new ones come last', () => {
  expect(groupsAfter(shown, [])).toBe(shown);
  expect(groupsAfter(shown, ['c', 'a'])).toEqual({ keys: ['a', 'b', 'c'], gone: [] });
});

it('do not come back before the address has forgotten them, and can be added again after that', () => {
  const removed = groupsWithout(shown, 'a');
  expect(removed.keys).toEqual(['b']);
  const meanwhile = groupsAfter(removed, ['a', 'b']);
  expect(meanwhile.keys).toEqual(['b']);
  const forgotten = groupsAfter(meanwhile, ['b']);
  expect(forgotten).toEqual({ keys: ['b'], gone: [] });
  expect(groupsAfter(forgotten, ['a']).keys).toEqual(['b', 'a']);
});
