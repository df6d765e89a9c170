import { describe, expect, it } from 'vitest';
import { aField } from '@/lib/call/extraction/field.test-world';
import { boundChange, typedBounds } from './extracted-commands';

const fields = [
  aField('agreed_rate', { type: 'number', label: 'Agreed rate' }),
  aField('offered_rate', { type: 'number', label: 'Offered rate' }),
  aField('equipment', { type: 'text' }),
  aField('eta', { type: 'text', format: 'date', label: 'ETA' }),
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
