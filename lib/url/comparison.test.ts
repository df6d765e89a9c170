import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressQuery, loadAddress } from './address';
import { addressProblems } from './address-problems';
import { comparedCalls, comparisonCodec, MOST_COMPARED } from './comparison';

describe('what is compared', () => {
  it.each([
    ['none', 'none'],
    ['previous', 'previous'],
    ['a', ['a']],
    ['a,b', ['a', 'b']],
    ['b,a,b,a,b', ['b', 'a']],
    ['none,previous', ['none', 'previous']],
    ['1,2,3,4', ['1', '2', '3', '4']],
  ])('%s is %j', (text, value) => {
    expect(comparisonCodec.decode(text)).toEqual({ value });
    expect(addressProblems([['compare', text]])).toEqual([]);
  });

  it.each(['', ',', 'a,', 'a,,b', '1,2,3,4,5', '../x', 'a b', '<b>', `${'x'.repeat(65)},a`])(
    '%j is neither, and is named',
    (text) => {
      expect(loadAddress({ compare: text }).compare).toBeNull();
      expect(addressProblems([['compare', text]])).toMatchObject([{ field: 'compare' }]);
    },
  );

  it('is read back as it was written', () => {
    const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
    const ids = fc.uniqueArray(id, { minLength: 2, maxLength: MOST_COMPARED });
    fc.assert(
      fc.property(fc.oneof(ids, fc.constantFrom('none' as const, 'previous' as const)), (value) => {
        const { compare } = loadAddress(new URLSearchParams(addressQuery({ compare: value })));
        expect(compare).toEqual(value);
      }),
    );
  });

  it('is calls or a period', () => {
    expect(comparedCalls(['a', 'b'])).toEqual(['a', 'b']);
    expect(comparedCalls('previous')).toBeNull();
    expect(comparedCalls(null)).toBeNull();
  });
});
