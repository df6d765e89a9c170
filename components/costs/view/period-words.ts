import type { CostsResponse } from '@/lib/call/answers/index-responses';
import type { Comparison } from '@/lib/call/query/routes/costs-query';
import { describeRange, toMinutes } from '@/lib/format/range';
import { formatDay } from '@/lib/format/time';

/** What is looked at and what it is compared with, in the same words everywhere. */
export type PeriodWords = {
  current: string;
  /** Null where nothing is compared; then `reason` says why. */
  previous: string | null;
  /** How the two belong together, or why nothing is compared. */
  reason: string;
};

type View = { compare: Comparison; address: { from: string | null; to: string | null } };

/** Both periods of an answer, by the clocks of a zone. */
export function periodWords(
  { periods, previous }: Pick<CostsResponse, 'periods' | 'previous'>,
  { address, compare }: View,
  zone: string,
  now: number,
): PeriodWords {
  const isOpen = address.from === null && address.to === null;
  const current = isOpen ? 'All time' : describeRange(toMinutes(periods.current), zone, now);
  const before = periods.previous;
  if (before && previous)
    return {
      current,
      previous: describeRange(toMinutes(before), zone, now),
      reason: REASONS[before.kind],
    };
  return { current, previous: null, reason: whyNot() };

  function whyNot(): string {
    if (address.from === null) return 'a range without a start has no period before it';
    if (compare === 'none') return 'the comparison is switched off';
    if (before?.known_from)
      return `calls are known from ${formatDay(before.known_from, zone, now)} only`;
    return 'it is not known yet since when there are calls';
  }
}

const REASONS = {
  calendar: 'the whole of it',
  elapsed: 'the same part of it',
  days: 'as many days',
} as const;
