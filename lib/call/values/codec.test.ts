import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinList, splitList } from './codec';

const odd = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('%', '2', '5', 'C', 'c', ',', '8', '9', '%28none%29') }),
);

describe('several values in one parameter', () => {
  it.each([
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['a%2Cb', ['a,b']],
    ['a%2cb,c', ['a,b', 'c']],
    ['50%', ['50%']],
    ['50%25', ['50%']],
    ['%252C', ['%2C']],
    ['a,,b', ['a', '', 'b']],
    ['(none),%28none%29', ['(none)', '\\(none)']],
    ['%2528none%2529', ['%28none%29']],
    [' a , a', [' a ', ' a']],
    ['مرحبا,"quoted"', ['مرحبا', '"quoted"']],
  ])('%s holds %j', (text, values) => {
    expect(splitList(text)).toEqual(values);
  });

  it('writes no sign more than it must', () => {
    expect(joinList(['50% off', '%', '%2', '100%25', 'a,b', '%28none%29'])).toBe(
      '50% off,%,%2,100%2525,a%2Cb,%2528none%29',
    );
  });

  it('reads back whatever it wrote', () => {
    fc.assert(
      fc.property(fc.array(odd, { minLength: 1 }), (values) => {
        expect(splitList(joinList(values))).toEqual(values);
      }),
    );
  });
});
