import type { Stair } from './change-steps';

/**
 * The marks of the axis, in amounts: from zero, unless the steps are so small beside the periods that nobody would see
 * them. They stand 1, 2 or 5 apart, or ten times that; the first is where the axis begins.
 */
export function axisTicks(stairs: readonly Stair[]): number[] {
  const ends = stairs.flatMap(({ span }) => span);
  const levels = stairs.map(({ span }) => span[1]);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const spread = most - least;
  const isCut = least > 4 * spread && spread > 0;
  const low = isCut ? least - spread : Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  const step = roundStep((high - low) / MARKS);
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: last - first + 1 }, (_, at) => round((first + at) * step));
}

const MARKS = 5;

/** The least of 1, 2, 5, 10 … that is not below. */
function roundStep(wanted: number): number {
  if (!(wanted > 0)) return 1;
  const unit = 10 ** Math.floor(Math.log10(wanted));
  return ([1, 2, 5].find((times) => times * unit >= wanted) ?? 10) * unit;
}

/** Without what adding up fractions leaves behind. */
function round(amount: number): number {
  return Number(amount.toPrecision(12));
}
