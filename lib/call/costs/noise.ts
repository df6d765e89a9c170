/**
 * How much of a change chance makes.
 *
 * Noise is how far the whole weeks before the end of the range (up to eight, four at least) lie from their average: the
 * standard deviation as a share of the average. Of two periods of so many weeks the difference varies by that, times
 * √(2 / weeks). What is smaller is no change to speak of.
 */
export const NOISE_WEEKS = 8;
const LEAST_WEEKS = 4;
const WEEK = 7 * 86_400_000;

/** The share of change that chance alone makes between two periods of a length; null where too little is known. */
export function noiseOf(weeks: readonly (number | null)[], length: number): number | null {
  const known = weeks.filter((week) => week !== null);
  if (known.length < LEAST_WEEKS || length <= 0) return null;
  const mean = known.reduce((sum, week) => sum + week, 0) / known.length;
  if (mean <= 0) return null;
  const squares = known.reduce((sum, week) => sum + (week - mean) ** 2, 0);
  const deviation = Math.sqrt(squares / (known.length - 1));
  return (deviation / mean) * Math.sqrt((2 * WEEK) / length);
}
