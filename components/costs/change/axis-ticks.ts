import { niceTicks } from '@/lib/format/ticks';
import type { Stair } from './change-steps';

/**
 * The marks of the axis, in amounts: from zero, unless the steps are so small beside the periods that nobody would see
 * them; the first is where the axis begins.
 */
export function axisTicks(stairs: readonly Stair[]): number[] {
  const ends = stairs.flatMap(({ span }) => span);
  const levels = stairs.map(({ span }) => span[1]);
  const [least, most] = [Math.min(...levels), Math.max(...levels)];
  const spread = most - least;
  const isCut = least > 4 * spread && spread > 0;
  const low = isCut ? least - spread : Math.min(0, ...ends);
  const high = Math.max(0, ...ends);
  return low === high ? [low] : niceTicks(low, high, MARKS);
}

const MARKS = 6;
