import { describe, expect, it } from 'vitest';
import { exclusionToggled, facetChange, onlyValue, toggled } from './facet-state';

const state = (chosen: string[], excluded: string[] = []) => ({ chosen, excluded });

describe('what is asked of a facet', () => {
  it.each([
    ['adds', state(['a']), 'b', state(['a', 'b'])],
    ['takes back', state(['a', 'b']), 'a', state(['b'])],
    ['lets in again what was excluded', state([], ['a', 'b']), 'a', state(['a'], ['b'])],
  ])('choosing %s', (_, before, value, after) => {
    expect(toggled(before, value)).toEqual(after);
  });

  it.each([
    ['leaves out', state(['b']), 'a', state(['b'], ['a'])],
    ['takes that back', state(['b'], ['a', 'c']), 'a', state(['b'], ['c'])],
    ['drops what was chosen', state(['a', 'b']), 'a', state(['b'], ['a'])],
  ])('excluding %s', (_, before, value, after) => {
    expect(exclusionToggled(before, value)).toEqual(after);
  });

  it('asking for one value alone forgets all others', () => {
    expect(onlyValue('a')).toEqual(state(['a']));
  });

  it('becomes a change of the address without empty lists', () => {
    expect(facetChange('tags', state(['a'], []))).toEqual({ tags: ['a'], not_tags: null });
    expect(facetChange('tags', state([], ['b']))).toEqual({ tags: null, not_tags: ['b'] });
  });
});
