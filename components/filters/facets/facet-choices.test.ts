import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  arranged,
  type Choice,
  facetChoices,
  keptOrder,
  matching,
  shownChoices,
  typedValue,
} from './facet-choices';

const NOTHING = {
  counted: undefined,
  complete: true,
  fixed: [],
  seen: [],
  chosen: [],
  excluded: [],
};
const label = (value: string) => `<${value}>`;
const counted = (value: string, count: number, name = value) => ({ value, label: name, count });
const brief = (choices: readonly Choice[]) => choices.map((one) => [one.value, one.count]);

describe('facetChoices', () => {
  it('has what was counted in its order, then what is known, then what is in force', () => {
    const choices = facetChoices({
      ...NOTHING,
      counted: [counted('b', 7), counted('a', 2)],
      fixed: ['a', 'c'],
      seen: [{ value: 'z', label: 'z' }],
      chosen: ['a', 'gone'],
      excluded: ['left out'],
      label,
    });
    expect(brief(choices)).toEqual([
      ['b', 7],
      ['a', 2],
      ['c', 0],
      ['gone', null],
      ['left out', null],
    ]);
  });

  it('never takes an uncounted value for zero', () => {
    const choices = facetChoices({
      ...NOTHING,
      fixed: ['a'],
      seen: [{ value: 'b', label: 'B' }],
      chosen: ['b', 'c'],
      label,
    });
    expect(choices).toEqual([
      { value: 'a', label: '<a>', count: null },
      { value: 'b', label: 'B', count: null },
      { value: 'c', label: '<c>', count: null },
    ]);
  });

  it('does not know how many have a value while not all are counted', () => {
    const choices = facetChoices({
      ...NOTHING,
      counted: [],
      complete: false,
      fixed: ['a'],
      label,
    });
    expect(brief(choices)).toEqual([['a', null]]);
  });

  it('tells values of the same name apart', () => {
    const choices = facetChoices({
      ...NOTHING,
      counted: [counted('aaaa1111', 1, 'Check call'), counted('aaaa2222', 1, 'Check call')],
      label,
    });
    expect(choices.map((one) => one.label)).toEqual(['Check call (…1111)', 'Check call (…2222)']);
  });
});

describe('the order under a resting hand', () => {
  it('keeps what was there and appends what is new', () => {
    expect(keptOrder(['a', 'b', 'c'], ['c', 'd', 'a'])).toEqual(['a', 'c', 'd']);
  });

  it('loses nothing, repeats nothing and moves nothing', () => {
    const values = fc.uniqueArray(fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(values, values, (before, now) => {
        const kept = keptOrder(before, now);
        expect([...kept].sort()).toEqual([...now].sort());
        const stayed = before.filter((value) => now.includes(value));
        expect(kept.slice(0, stayed.length)).toEqual(stayed);
        const choices = now.map((value) => ({ value, label: value, count: null }));
        expect(arranged(choices, before).map(({ value }) => value)).toEqual(kept);
      }),
    );
  });
});

describe('what is listed', () => {
  const choices = ['Ann', 'Bob', 'Cid', 'Dan'].map((value, index) => ({
    value,
    label: value,
    count: 9 - index,
  }));

  it('never hides what is in force', () => {
    const shown = shownChoices(choices, { chosen: ['Cid'], excluded: ['Dan'] }, 1);
    expect(shown.map(({ value }) => value)).toEqual(['Ann', 'Cid', 'Dan']);
  });

  it('is found by a part of its name in any case', () => {
    expect(matching(choices, 'AN').map(({ value }) => value)).toEqual(['Ann', 'Dan']);
  });

  it('is found by its whole id', () => {
    const named = [...choices, { value: '68e0', label: 'Winter', count: 1 }];
    expect(matching(named, '68e0').map(({ label }) => label)).toEqual(['Winter']);
    expect(matching(named, '68')).toEqual([]);
  });

  it.each([
    ['', null],
    ['Bob', 'Bob'],
    ['ci', 'Cid'],
    ['an', 'an'],
    ['new', 'new'],
  ])('Enter after %j adds %j', (text, value) => {
    expect(typedValue(text, choices)).toBe(value);
  });
});

describe('calls without any value', () => {
  const choices = facetChoices({
    ...NOTHING,
    counted: [counted('a', 3), counted('(none)', 9)],
    fixed: ['a', 'b'],
    label,
  });

  it('come last, whatever else is known or new', () => {
    expect(brief(arranged(choices, ['(none)', 'a']))).toEqual([
      ['a', 3],
      ['b', 0],
      ['(none)', 9],
    ]);
    expect(choices.at(1)?.label).toBe('<(none)>');
  });

  it('are offered also where few values are listed', () => {
    const shown = shownChoices(arranged(choices, []), { chosen: [], excluded: [] }, 1);
    expect(brief(shown)).toEqual([
      ['a', 3],
      ['(none)', 9],
    ]);
  });
});
