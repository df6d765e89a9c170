/** What values come to on average, and how far they lie from it. */
export type Spread = { mean: number; variance: number; count: number };

export function spreadOf(values: readonly number[]): Spread {
  const count = values.length;
  const mean = count === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / count;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: count < 2 ? 0 : squares / (count - 1), count };
}

/** Student's t by degrees of freedom, from 1 on: a range of so many deviations holds so many of ten, or of twenty. */
const EIGHT_OF_TEN = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397] as const;
const NINETEEN_OF_TWENTY = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306] as const;

export function eightOfTen(count: number): number {
  return quantile(EIGHT_OF_TEN, count);
}

export function nineteenOfTwenty(count: number): number {
  return quantile(NINETEEN_OF_TWENTY, count);
}

function quantile(table: readonly number[], count: number): number {
  const at = Math.min(Math.max(count - 1, 1), table.length);
  return table[at - 1] ?? 0;
}
