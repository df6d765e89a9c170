import { describe, expect, it } from 'vitest';
import { outcomesFound, outcomesThere } from './outcomes';
import { freshName, successName, withToggled } from './success';

const facet = Array.from({ length: 32 }, (_, at) => ({
  value: `outcome ${at}`,
  label: `outcome ${at}`,
  count: 320 - at,
}));

describe('the outcomes to choose from', () => {
  it('are all of them, with their counts, and none that is no outcome', () => {
    const there = outcomesThere(
      [...facet, { value: '(none)', label: '(none)', count: 9 }],
      {},
      [],
      [],
    );
    expect(there).toHaveLength(32);
    expect(there.find(({ outcome }) => outcome === 'outcome 31')).toEqual({
      outcome: 'outcome 31',
      calls: 289,
    });
  });

  it('keep what is chosen, first what was chosen when the list was opened', () => {
    const there = outcomesThere(facet, {}, ['outcome 31', 'gone'], ['outcome 31']);
    expect(there[0]).toEqual({ outcome: 'outcome 31', calls: 289 });
    expect(there.at(-1)).toEqual({ outcome: 'gone', calls: 0 });
    expect(there).toHaveLength(33);
  });

  it('count what the filters of the page leave', () => {
    const only = outcomesThere(facet, { classifications: ['outcome 2'] }, [], []);
    expect(only.filter(({ calls }) => calls > 0)).toEqual([{ outcome: 'outcome 2', calls: 318 }]);
    const without = outcomesThere(facet, { not_classifications: ['outcome 2'] }, [], []);
    expect(without.filter(({ calls }) => calls === 0)).toEqual([
      { outcome: 'outcome 2', calls: 0 },
    ]);
  });

  it('are found by a part of their name', () => {
    const there = outcomesThere(facet, {}, [], []);
    expect(outcomesFound(there, ' OUTCOME 31')).toHaveLength(1);
    expect(outcomesFound(there, '')).toHaveLength(32);
    expect(outcomesFound(there, 'nothing')).toEqual([]);
  });
});

describe('definitions', () => {
  it('have a name of their own', () => {
    expect(successName({ name: '' })).toBe('Success');
    expect(freshName([{ name: '', outcomes: ['a'] }])).toBe('Success 2');
    expect(freshName([{ name: 'Success 2', outcomes: ['a'] }])).toBe('Success 3');
  });

  it('are gone with their last outcome', () => {
    const definitions = [
      { name: 'a', outcomes: ['x'] },
      { name: 'b', outcomes: ['x', 'y'] },
    ];
    expect(withToggled(definitions, 1, 'x')).toEqual([
      { name: 'a', outcomes: ['x'] },
      { name: 'b', outcomes: ['y'] },
    ]);
    expect(withToggled(definitions, 1, 'z')[1]?.outcomes).toEqual(['x', 'y', 'z']);
    expect(withToggled(definitions, 0, 'x')).toEqual([{ name: 'b', outcomes: ['x', 'y'] }]);
  });
});
