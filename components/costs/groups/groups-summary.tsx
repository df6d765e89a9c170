import type { ReactNode } from 'react';
import { totalCost } from '@/components/costs/view/amounts';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { breakdownOf } from '@/components/costs/view/view';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { NO_VALUE } from '@/lib/call/values/terms';
import { formatShare, signed } from '@/lib/format/money';
import { plural } from '@/lib/format/number';
import type { GroupRow } from './group-rows';

/** What the table of groups says in a sentence or two. */
export function groupsSummary(
  { totals, previous, overlapping }: BreakdownResponse,
  rows: readonly GroupRow[],
  view: CostsPage,
  money: (amount: number) => string,
): ReactNode {
  const { label } = breakdownOf(view.breakdown);
  const named = rows.filter(({ key }) => key !== null);
  if (named.length === 0) return `No call has a ${label}.`;
  // What nobody knows the cost of cost neither nothing nor most.
  const priced = named.filter((row) => totalCost(row) !== null);
  const [largest] = priced.sort((a, b) => b.total - a.total);
  if (!largest) return `What ${plural(totals.calls, 'call')} cost is not known.`;
  const share = formatShare(largest.total, totals.total);
  const [moved] = named.filter(({ change }) => change !== null && change !== 0);
  return (
    <>
      <GroupName row={largest} label={label} /> cost most: {money(largest.total)}
      {share && ` (${share} of ${money(totals.total)})`} for {plural(largest.calls, 'call')}.
      {previous && moved?.change && (
        <>
          {' '}
          <GroupName row={moved} label={label} /> changed most: {signed(moved.change, money)}.
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

/** What has no value is no group of that name. */
function GroupName({ row, label }: { row: GroupRow; label: string }) {
  if (row.key === NO_VALUE) return `Calls without ${/^[ao]/.test(label) ? 'an' : 'a'} ${label}`;
  return <bdi>{row.name}</bdi>;
}
