import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadAddress } from '@/lib/url/address';
import { arrangedGroups, flipped, GROUPS, inForceOf, shownGroups } from './groups';

const at = (query: string) => loadAddress(new URLSearchParams(query));
const NONE = { pinned: [], hidden: [] };

describe('the groups of the sidebar', () => {
  it('are all there, each once, whatever was pinned', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom(...GROUPS), fc.string())), (pinned) => {
        const groups = arrangedGroups({ pinned });
        expect([...groups].sort()).toEqual([...GROUPS].sort());
      }),
    );
  });

  it('begin with the pinned ones in their order', () => {
    expect(arrangedGroups({ pinned: ['cost', 'gone', 'tags'] }).slice(0, 2)).toEqual([
      'cost',
      'tags',
    ]);
  });

  it('leave out what is hidden, but for what filters', () => {
    const hidden = { pinned: [], hidden: ['tags', 'cost', 'review'] };
    expect(shownGroups(at(''), hidden)).not.toContain('tags');
    expect(shownGroups(at('not_tags=vip&max_cost=2&rated=true'), hidden)).toEqual([...GROUPS]);
    expect(shownGroups(at(''), NONE)).toEqual([...GROUPS]);
  });

  it.each([
    ['tags', 'tags=a,b&not_tags=c', 3],
    ['type', 'type=Inbound', 1],
    ['duration', 'min_duration=0', 1],
    ['review', 'rated=false&viewed_by=anyone', 2],
    ['review', '', 0],
    ['conversation', 'min_silence=3&max_silence=9&max_tool_errors=0&min_cost=1', 3],
  ] as const)('%s of %s has %s conditions', (group, query, count) => {
    expect(inForceOf(at(query), group)).toBe(count);
  });

  it('are pinned and taken back', () => {
    expect(flipped(flipped(['a'], 'b'), 'a')).toEqual(['b']);
  });
});
