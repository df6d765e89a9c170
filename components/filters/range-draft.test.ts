import { describe, expect, it } from 'vitest';
import { boundText, readBounds } from './range-draft';

describe('the bounds of a range', () => {
  it.each([
    ['', '', { min: null, max: null }],
    ['10', '', { min: 10, max: null }],
    [' 0.25 ', '0,5', { min: 0.25, max: 0.5 }],
    ['0', '0', { min: 0, max: 0 }],
  ])('%j to %j', (min, max, bounds) => {
    expect(readBounds({ min, max })).toEqual({ bounds });
  });

  it.each([
    ['abc', '1', 'min'],
    ['-1', '', 'min'],
    ['1e3', '', 'min'],
    ['1', '1.1234567', 'max'],
    ['5', '4', 'max'],
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
