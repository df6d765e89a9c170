import { expect, it } from 'vitest';
import { toggled } from '@/components/filters/facets/facet-state';
import {
  boundedKind,
  boundsChange,
  onlyWithout,
  valuesChange,
  valuesState,
} from './extracted-state';

it.each([
  [
    { key: 'a', any: ['x'] },
    { chosen: ['x'], excluded: [] },
  ],
  [
    { key: 'a', has: false },
    { chosen: ['(none)'], excluded: [] },
  ],
  [
    { key: 'a', none: ['x'], has: true },
    { chosen: [], excluded: ['x', '(none)'] },
  ],
  [
    { key: 'a', any: ['(none)'], has: false },
    { chosen: ['(none)'], excluded: [] },
  ],
])('%j is the choice %j', (condition, state) => {
  expect(valuesState(condition)).toEqual(state);
});

it('a value beside calls without any is one choice of both', () => {
  const state = toggled(valuesState({ key: 'a', has: false }), 'x');
  expect(valuesChange('a', state)).toEqual({
    'x.a': ['(none)', 'x'],
    'not_x.a': null,
    'has_x.a': null,
  });
});

it('calls without a value are asked for without bounds, and bounds ask for calls with one', () => {
  expect(onlyWithout('a')).toEqual({
    'x.a': null,
    'not_x.a': null,
    'min_x.a': null,
    'max_x.a': null,
    'has_x.a': false,
  });
  expect(boundsChange('a', { min: 1, max: null })).toEqual({
    'min_x.a': 1,
    'max_x.a': null,
    'has_x.a': null,
  });
  expect(boundsChange('a', { min: null, max: null })).not.toHaveProperty('has_x.a');
});

const text = { type: 'text', format: null, unit: null } as const;

it.each([
  [{ key: 'a' }, undefined, null],
  [{ key: 'a', max: 5 }, undefined, { isDate: false, unit: null }],
  [{ key: 'a', min: '2026-11-30' }, undefined, { isDate: true, unit: null }],
  [{ key: 'a', max: 5 }, text, null],
  [{ key: 'a' }, { ...text, type: 'number', unit: 'USD' } as const, { isDate: false, unit: 'USD' }],
  [{ key: 'a' }, { ...text, format: 'date' } as const, { isDate: true, unit: null }],
])('%j, of which %j is known, is bounded as %j', (condition, known, kind) => {
  expect(boundedKind(condition, known)).toEqual(kind);
});
