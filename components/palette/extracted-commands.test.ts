import { describe, expect, it } from 'vitest';
import type { ExtractedField } from '@/lib/call/answers/extraction-responses';
import { boundChange, typedBounds } from './extracted-commands';

const field = (key: string, rest: Partial<ExtractedField> = {}): ExtractedField => ({
  key,
  label: key,
  description: null,
  type: 'number',
  format: null,
  unit: null,
  calls: 1,
  fill_rate: 1,
  distinct: 1,
  values: [],
  min: null,
  max: null,
  median: null,
  use_cases: [],
  ...rest,
});

const fields = [
  field('agreed_rate', { label: 'Agreed rate' }),
  field('offered_rate', { label: 'Offered rate' }),
  field('equipment', { type: 'text' }),
  field('eta', { type: 'text', format: 'date', label: 'ETA' }),
];
const changes = (typed: string) => typedBounds(typed, fields).map(boundChange);

describe('a comparison in the palette', () => {
  it.each([
    [
      'rate > 2000',
      [
        { 'min_x.agreed_rate': 2000, 'has_x.agreed_rate': null },
        { 'min_x.offered_rate': 2000, 'has_x.offered_rate': null },
      ],
    ],
    ['agreed rate>=$2,000.50', [{ 'min_x.agreed_rate': 2000.5, 'has_x.agreed_rate': null }]],
    ['offered ≤ -5', [{ 'max_x.offered_rate': -5, 'has_x.offered_rate': null }]],
    ['eta < 2026-11-30', [{ 'max_x.eta': '2026-11-30', 'has_x.eta': null }]],
  ])('%s', (typed, expected) => {
    expect(changes(typed)).toEqual(expected);
  });

  it.each([
    'rate',
    'rate >',
    '> 5',
    'rate > cheap',
    'equipment > 5',
    'shoe > 5',
    'eta > 5',
    '',
    '>',
  ])('is not read in %j', (typed) => {
    expect(changes(typed)).toEqual([]);
  });
});
