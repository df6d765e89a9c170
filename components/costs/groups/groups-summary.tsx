import type { ReactNode } from 'react';
import type { CostsPage } from '@/components/costs/use-costs-view';
import { BREAKDOWNS } from '@/components/costs/view';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { formatShare } from '@/lib/format/money';
import { plural } from '@/lib/format/number';
import { type GroupRow, signedMoney } from './group-rows';

/** What the table of groups says in a sentence or two. */
export function groupsSummary(
  { totals, previous, overlapping }: BreakdownResponse,
  rows: readonly GroupRow[],
  view: CostsPage,
  money: (amount: number) => string,
): ReactNode {
  const { label } = BREAKDOWNS[view.breakdown];
  const named = rows.filter(({ key }) => key !== null);
  const [largest] = [...named].sort((a, b) => b.total - a.total);
  if (!largest) return `No call has a ${label}.`;
  const share = formatShare(largest.total, totals.total);
  const [moved] = named.filter(({ change }) => change !== null && change !== 0);
  return (
    <>
      <bdi>{largest.name}</bdi> costs most: {money(largest.total)}
      {share && ` (${share} of ${money(totals.total)})`} for {plural(largest.calls, 'call')}.
      {previous && moved?.change && (
        <>
          {' '}
          <bdi>{moved.name}</bdi> changed most: {signedMoney(moved.change, money)}.
        </>
      )}
      {overlapping &&
        ` A call can have several ${label}s and counts for each of them, so groups overlap and the rows do not add up${
          rows.some(({ key }) => key === null)
            ? `; “All others” are the calls with any ${label} that has no row of its own`
            : ''
        }.`}
    </>
  );
}
