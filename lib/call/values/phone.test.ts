import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneSearch } from './phone';

describe('phoneSearch', () => {
  it.each([
    '+13125550140',
    '+1 312 555 0140',
    '+1 (312) 555-0140',
    '+1-312-555-0140',
    '+1.312.555.0140',
    '1 312 555 0140',
    '13125550140',
    '3125550140',
    '312-555-0140',
    '(312) 555-0140',
    '(312)555.0140',
    '312/555-0140',
    '001 312 555 0140',
    '0013125550140',
    '011 1 312 555 0140',
    '  312 555 0140  ',
    '312\u00a0555\u20110140',
    '312 – 555 – 0140',
    '\u202a+1 312 555 0140\u202c',
    '+1 312 555 0140 ext. 12',
    '312-555-0140 x7',
    'tel:+1-312-555-0140;ext=3',
    '+1 312 555 0140',
  ])('%s is a number in Chicago', (text) => {
    expect(phoneSearch(text)).toBe('+13125550140');
  });

  it.each([
    ['+44 20 7946 0958', '+442079460958'],
    ['+44 (0)20 7946 0958', '+442079460958'],
    ['0044 20 7946 0958', '+442079460958'],
    ['011 44 20 7946 0958', '+442079460958'],
    // Not known where: the digits that are certain are part of whatever is kept.
    ['020 7946 0958', '2079460958'],
    ['030 901820', '30901820'],
    ['555-0140', '5550140'],
    ['0140', '0140'],
    ['5014', '5014'],
    ['+1 312', '+1312'],
    ['+49 30 901820', '+4930901820'],
  ])('%s', (text, search) => {
    expect(phoneSearch(text)).toBe(search);
  });

  it.each([
    '',
    ' ',
    '+',
    '312',
    'dallas',
    '0123456789abcdef01234567',
    '12 34 Main St',
    '1+1=23456',
  ])('%s is no number', (text) => {
    expect(phoneSearch(text)).toBeNull();
  });

  it('takes no more digits than a number has', () => {
    expect(phoneSearch('123456789012345')).toBe('123456789012345');
    expect(phoneSearch('1234567890123456')).toBeNull();
  });

  const spelling = fc.tuple(
    fc.stringMatching(/^[2-9]\d{2}$/),
    fc.stringMatching(/^\d{3}$/),
    fc.stringMatching(/^\d{4}$/),
    fc.constantFrom('', '+1', '+1 ', '1', '1-', '001', '001 ', '00 1 ', '(+1) '),
    fc.constantFrom('', ' ', '-', '.', '/', ' - ', '\u00a0', '\u2011'),
    fc.boolean(),
  );

  it('finds every American number however it is spelled', () => {
    fc.assert(
      fc.property(spelling, ([area, office, line, country, between, brackets]) => {
        const start = brackets ? `(${area})` : area;
        const text = `${country}${start}${between}${office}${between}${line}`;
        expect(phoneSearch(text)).toBe(`+1${area}${office}${line}`);
      }),
    );
  });

  it('of any number searches for a part of the form it is kept in', () => {
    const kept = fc.stringMatching(/^\+[2-9]\d{7,13}$/);
    fc.assert(
      fc.property(kept, fc.constantFrom('', ' ', '-'), (number, between) => {
        const groups = number.slice(1).match(/\d{1,3}/g) ?? [];
        for (const prefix of ['+', '00']) {
          const search = phoneSearch(prefix + groups.join(between)) ?? 'none';
          expect(number).toContain(search);
        }
      }),
    );
  });

  it('never throws, and what it finds it finds again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const search = phoneSearch(text);
        if (search?.startsWith('+')) expect(phoneSearch(search)).toBe(search);
      }),
    );
  });
});
