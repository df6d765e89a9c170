import { describe, expect, it } from 'vitest';
import { fallsOf } from './falls';

const weeks = (calls: number, ...filled: number[]) =>
  filled.map((each) => ({ calls, filled: each }));
const steady = weeks(100, 50, 52, 49, 51, 50, 48, 50, 50, 49);
const fallen = weeks(100, 50, 52, 49, 51, 50, 48, 50, 50, 20);

describe('fallsOf', () => {
  it('tells what fell, and of which calls', () => {
    const [none, fall] = fallsOf([steady, fallen]);
    expect(none).toBeNull();
    expect(fall).toMatchObject({
      before: { calls: 800, filled: 400 },
      now: { calls: 100, filled: 20 },
    });
    expect(fall?.p).toBeLessThan(1e-6);
  });

  it('looks at the newest nine weeks only', () => {
    expect(fallsOf([[...weeks(100, 99, 99, 99, 99), ...steady]])).toEqual([null]);
  });

  it('does not take one of many keys that fell by chance for one that fell', () => {
    const bad = weeks(100, 50, 50, 50, 50, 50, 50, 50, 50, 37);
    expect(fallsOf([bad])[0]).not.toBeNull();
    expect(fallsOf([bad, ...Array.from({ length: 500 }, () => steady)])[0]).toBeNull();
  });

  it('tells no fall that nobody would notice, and none of what is new', () => {
    const large = weeks(1_000_000, 900_000, 900_000, 890_000);
    expect(fallsOf([large, weeks(100, 80), []])).toEqual([null, null, null]);
  });
});
