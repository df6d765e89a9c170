import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LONGEST_ADDRESS, LONGEST_QUESTION } from '@/lib/call/limits';
import { callsQueryParams } from '@/lib/call/query/query';
import { callsQueryOf, loadAddress } from './address';
import { problemOfChange } from './refused-change';

const NOTHING = loadAddress(new URLSearchParams());
const words = (count: number, length = 5) =>
  Array.from({ length: count }, (_, at) => `${at}`.padEnd(length, 'x'));

test('what an accepted page asks is accepted', () => {
  const sign = fc.constantFrom(...'%,+\'!~*():/;=é日"&# |^');
  const filter = fc.record({
    key: fc.constantFrom('tags', 'models', 'statuses', 'not_tags', 'search', 'campaigns'),
    value: fc.string({ unit: sign, minLength: 1, maxLength: 4000 }),
  });
  fc.assert(
    fc.property(fc.array(filter, { maxLength: 6 }), (filters) => {
      const written = filters.map(({ key, value }) => `${key}=${value.replaceAll(/[&#]/g, '%26')}`);
      const escaped = new URLSearchParams(written.join('&')).toString();
      const query = new URLSearchParams(escaped.slice(0, LONGEST_ADDRESS));
      const asked = callsQueryParams(callsQueryOf(loadAddress(query), 'America/Chicago'));
      expect(asked.toString().length).toBeLessThan(LONGEST_QUESTION - 2000);
    }),
  );
});

describe('a change of the address', () => {
  test('is made where it can be read back and asked', () => {
    expect(problemOfChange(NOTHING, { tags: words(100), call: null })).toBeNull();
    expect(problemOfChange(NOTHING, { tags: ['x'.repeat(1000)] })).toBeNull();
    expect(problemOfChange(NOTHING, { tags: undefined, min_cost: 1.1e9 })).toBeNull();
  });

  test.each([
    ['tags', words(101), /more than 100 values/],
    ['not_agents', ['x'.repeat(1001)], /longer than 1000/],
    ['search', 'x'.repeat(201), /longer than 200/],
    ['min_cost', 1e12, /number/],
    ['tags', [''], /empty/],
  ])('is refused where %s could not be read back', (key, value, problem) => {
    expect(problemOfChange(NOTHING, { [key]: value })).toMatchObject({
      key,
      problem: expect.stringMatching(problem),
    });
  });

  test('is refused where all filters are more than an address holds', () => {
    const long = { ...NOTHING, tags: words(100, 60) };
    expect(problemOfChange(long, { models: words(50, 40) })).toMatchObject({ key: null });
    // Three bytes, each of them escaped.
    expect(
      problemOfChange(NOTHING, { tags: words(40, 1).map((each) => each + '日'.repeat(40)) }),
    ).toMatchObject({ key: null });
  });

  test('that makes a long address shorter is made, however long it still is', () => {
    const long = { ...NOTHING, tags: words(100, 90) };
    expect(problemOfChange(long, { tags: words(99, 90) })).toBeNull();
    expect(problemOfChange(long, { tags: null })).toBeNull();
    expect(problemOfChange(long, { search: 'more' })).toMatchObject({ key: null });
  });
});
