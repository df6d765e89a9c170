/** How many of some calls have something. */
export type Proportion = { calls: number; filled: number };

/** Below so many calls in either period, or expected ones with and without, the test says nothing. */
const LEAST_CALLS = 30;
const LEAST_EXPECTED = 5;

/**
 * Two-proportion z-test with pooled variance, one-sided: how likely a fall as large as this one, or a larger one, is
 * where nothing has changed. Null where there are too few calls to tell.
 */
export function fallProbability(before: Proportion, now: Proportion): number | null {
  if (Math.min(before.calls, now.calls) < LEAST_CALLS) return null;
  const pooled = (before.filled + now.filled) / (before.calls + now.calls);
  const rarer = Math.min(pooled, 1 - pooled) * Math.min(before.calls, now.calls);
  if (rarer < LEAST_EXPECTED) return null;
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / before.calls + 1 / now.calls));
  return normalBelow((rateOf(now) - rateOf(before)) / spread);
}

/** The part of the calls that have it; 0 of no calls. */
export function rateOf({ calls, filled }: Proportion): number {
  return calls === 0 ? 0 : filled / calls;
}

/**
 * Holm's correction for many tests: which of the probabilities are small enough for all of those to be right together
 * with a chance of `1 - level`.
 */
export function holm(probabilities: readonly number[], level: number): boolean[] {
  const order = probabilities.map((_, at) => at).sort((a, b) => at(a) - at(b));
  const firstKept = order.findIndex((place, rank) => at(place) > level / (order.length - rank));
  const rejected = new Set(firstKept < 0 ? order : order.slice(0, firstKept));
  return probabilities.map((_, place) => rejected.has(place));

  function at(place: number): number {
    return probabilities[place] ?? 1;
  }
}

/** The standard normal distribution, by the complementary error function of Numerical Recipes (to 1.2e-7 of its value). */
export function normalBelow(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + polynomial)) / 2;
  return z < 0 ? tail : 1 - tail;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];
