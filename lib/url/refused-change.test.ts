import { describe, expect, test } from 'vitest';
import { loadAddress } from './address';
import { problemOfChange } from './refused-change';

const NOTHING = loadAddress(new URLSearchParams());
const words = (count: number, length = 5) =>
  Array.from({ length: count }, (_, at) => `${at}`.padEnd(length, 'x'));

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

  test('is refused where all filters are more than a question holds', () => {
    const long = { ...NOTHING, tags: words(50, 60) };
    expect(problemOfChange(long, { models: words(50, 40) })).toMatchObject({ key: null });
    // Three bytes, each of them escaped.
    expect(
      problemOfChange(NOTHING, { tags: words(20, 1).map((each) => each + '日'.repeat(40)) }),
    ).toMatchObject({ key: null });
  });

  test('that makes a long address shorter is made, however long it still is', () => {
    const long = { ...NOTHING, tags: words(100, 90) };
    expect(problemOfChange(long, { tags: words(99, 90) })).toBeNull();
    expect(problemOfChange(long, { tags: null })).toBeNull();
    expect(problemOfChange(long, { search: 'more' })).toMatchObject({ key: null });
  });
});
