import type { UsageResponse } from '@/lib/call/answers/upstream-check';

/** Calls of the last minutes are not in both yet. */
const RECENT = 5;

/** Why two counts of a month differ, as far as it can be known from here; nothing where they hardly do. */
export function usageWords({ happyrobot, index }: NonNullable<UsageResponse['month']>): string {
  if (Math.abs(happyrobot - index) <= RECENT) return '';
  return happyrobot > index
    ? ' HappyRobot may count months in another time zone, or calls that were deleted or cannot be read.'
    : ' HappyRobot may count months in another time zone, or only calls that were answered.';
}
