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
    ['1 200', '1\u202f234\u202f567,5', { min: 1200, max: 1_234_567.5 }],
    ['1.200,5', '1.234.567', { min: 1200.5, max: 1_234_567 }],
    ['1.200', "1'200.5", { min: 1.2, max: 1200.5 }],
  ])('%j to %j', (min, max, bounds) => {
    expect(readBounds('cost', { min, max })).toEqual({ bounds });
  });

  it.each([
    ['abc', '1', 'min'],
    ['-1', '', 'min'],
    ['1e3', '', 'min'],
    ['1', '1.1234567', 'max'],
    ['5', '4', 'max'],
    ['1,200,30', '', 'min'],
    ['1.20,50', '', 'min'],
    ['1 20', '', 'min'],
    ['1,200 300', '', 'min'],
    ['1.200.30', '', 'min'],
    ['20:00', '', 'min'],
    ['5m', '', 'min'],
    ['', '99999999999', 'max'],
  ])('%j to %j cannot be meant', (min, max, wrong) => {
    expect(readBounds('cost', { min, max })).toMatchObject({ wrong });
  });

  it.each([
    ['20:00', 1200],
    ['1:30', 90],
    ['0:05', 5],
    ['90:00', 5400],
    ['1:00:00', 3600],
    ['5m', 300],
    ['5 min', 300],
    ['1h 30m', 5400],
    ['1.5h', 5400],
    ['90s', 90],
    ['2 Minutes 5 sec', 125],
    ['1,200', 1200],
    ['1 200', 1200],
    ['90', 90],
  ])('of durations can be times: %s', (text, seconds) => {
    expect(readBounds('duration', { min: text, max: '' })).toEqual({
      bounds: { min: seconds, max: null },
    });
  });

  it.each([
    '5:7',
    '1:60',
    '1:2:3',
    ':30',
    '5m x',
    'm',
    '5 h m',
    '-5m',
    '5m3h',
    '1,200m',
    `${'5'.repeat(9)}h`,
  ])('%s is no duration, and no other is guessed', (text) => {
    expect(readBounds('duration', { min: '', max: text })).toMatchObject({
      wrong: 'max',
      problem: expect.stringContaining('1:30'),
    });
  });

  it('are written as they are read', () => {
    expect(boundText('cost', null)).toBe('');
    expect(readBounds('cost', { min: boundText('cost', 0.0001), max: '' })).toEqual({
      bounds: { min: 0.0001, max: null },
    });
  });

  it.each([
    ['talk_share', '60', 0.6, '60'],
    ['talk_share', '12,5 %', 0.125, '12.5'],
    ['talk_share', '100%', 1, '100'],
    ['silence', '1:30', 90, '90'],
    ['response_time', '1.25', 1.25, '1.25'],
    ['interruptions', '2', 2, '2'],
  ] as const)('%s of %j are %s, and are written %j', (range, typed, bound, written) => {
    expect(readBounds(range, { min: typed, max: '' })).toEqual({
      bounds: { min: bound, max: null },
    });
    expect(boundText(range, bound)).toBe(written);
  });

  it.each([
    ['talk_share', '101', /percentage/],
    ['talk_share', 'half', /percentage/],
    ['interruptions', '1.5', /whole number/],
    ['tool_errors', '-1', /whole number/],
  ] as const)('%s cannot be %j', (range, typed, problem) => {
    expect(readBounds(range, { min: typed, max: '' })).toMatchObject({
      wrong: 'min',
      problem: expect.stringMatching(problem),
    });
  });
});
