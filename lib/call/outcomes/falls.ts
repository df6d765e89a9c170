import { fallProbability, holm, type Proportion, rateOf } from './proportions';

/**
 * Which keys are filled less often than before: their newest full week against the eight weeks before it, by a
 * one-sided two-proportion z-test, corrected after Holm for all keys that are tested together.
 */
export const WEEKS_BEFORE = 8;
export const FALL_LEVEL = 0.01;
/** Of a million calls a hair's breadth is no chance either: a smaller fall is not told. */
export const LEAST_FALL = 0.05;

export type Fall = {
  /** The eight weeks before together, and the newest full one. */
  before: Proportion;
  now: Proportion;
  /** How likely such a fall is by chance. */
  p: number;
};

/** What fell, for each of `fills`, which are weeks from old to new; null where nothing did, or too little is known. */
export function fallsOf(fills: readonly (readonly Proportion[])[]): (Fall | null)[] {
  const tests = fills.map(testOf);
  const tested = tests.filter((each) => each !== null);
  const isFall = holm(
    tested.map(({ p }) => p),
    FALL_LEVEL,
  );
  const fallen = new Set(tested.filter((_, at) => isFall[at]));
  return tests.map((test) =>
    test !== null && fallen.has(test) && rateOf(test.before) - rateOf(test.now) >= LEAST_FALL
      ? test
      : null,
  );
}

function testOf(weeks: readonly Proportion[]): Fall | null {
  const now = weeks.at(-1);
  if (now === undefined) return null;
  const before = weeks.slice(-1 - WEEKS_BEFORE, -1).reduce(added, { calls: 0, filled: 0 });
  const p = fallProbability(before, now);
  return p === null ? null : { before, now, p };
}

function added(a: Proportion, b: Proportion): Proportion {
  return { calls: a.calls + b.calls, filled: a.filled + b.filled };
}
