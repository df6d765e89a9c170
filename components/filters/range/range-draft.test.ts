import { describe, expect, it } from 'vitest';
import { boundText, readBounds } from './range-draft';

describe('the bounds of a range', () => {
  it.each([
    ['', '', { min: null, max: null }],
    ['10', '', { min: 10, max: null }],
    [' 0.25 ', '0,5', { min: 0.25, max: 0.5 }],
    ['0', '0', { min: 0, max: 0 }],
    ['1,200', '1,234,567.5', { min: 1200, max: 1_234_567.5 }],
    ['0,250', '1,5', { min: 0.25, max: 1.5 }],
    ['12,34', '', { min: 12.34, max: null }],
  ])('%j to %j', (min, max, bounds) => {
    expect(readBounds({ min, max })).toEqual({ bounds });
  });

  it.each([
    ['abc', '1', 'min'],
    ['-1', '', 'min'],
    ['1e3', '', 'min'],
    ['1', '1.1234567', 'max'],
    ['5', '4', 'max'],
    ['1,200,30', '', 'min'],
    ['1.200,50', '', 'min'],
    ['1 200', '', 'min'],
    ['', '99999999999', 'max'],
  ])('%j to %j cannot be meant', (min, max, wrong) => {
    expect(readBounds({ min, max })).toMatchObject({ wrong });
  });

  it('are written as they are read', () => {
    expect(boundText(null)).toBe('');
    expect(readBounds({ min: boundText(0.0001), max: '' })).toEqual({
      bounds: { min: 0.0001, max: null },
    });
  });
});
