import type { Coverage, PreviousPeriod } from '@/lib/call/answers/index-responses';
import { previousPeriod } from '@/lib/call/costs/periods/periods';
import { isRelativeRange } from '@/lib/call/query/ranges';
import type { Comparison } from '@/lib/call/query/routes/costs-query';
import type { IndexQuery } from '@/lib/server/index/store';

type Asked = {
  compare: Comparison;
  /** The range as it was asked for, and as the instants that it means. */
  range: string | undefined;
  query: Pick<IndexQuery, 'from' | 'to' | 'timezone'>;
  now: Date;
  coverage: Coverage;
};

/**
 * The period to compare with, and since when its calls are known. Null where nothing is compared, where the range has
 * no beginning or has not begun, and where nothing says since when calls are known.
 */
export function comparedPeriod(asked: Asked): PreviousPeriod | null {
  const { compare, range, query, now, coverage } = asked;
  if (compare === 'none' || query.from === undefined || query.to === undefined) return null;
  if (coverage.from === null || Date.parse(query.from) > now.getTime()) return null;
  const { from, to, kind } = previousPeriod(
    {
      from: Date.parse(query.from),
      to: Date.parse(query.to),
      zone: query.timezone,
      now: now.getTime(),
      token: isRelativeRange(range) ? range : undefined,
    },
    compare,
  );
  const isKnown = from >= Date.parse(coverage.from);
  return { from: iso(from), to: iso(to), kind, known_from: isKnown ? null : coverage.from };
}

function iso(instant: number): string {
  return new Date(instant).toISOString();
}
