import { BREAKDOWNS, breakdownName } from '@/components/costs/view/view';
import type { GroupBy } from '@/lib/call/query/costs-query';
import { isExtractedName } from '@/lib/call/query/extracted';
import { keysOf } from '@/lib/call/query/filters';
import type { Statistic } from '@/lib/call/query/outcomes-query';
import type { Address } from '@/lib/url/address';

export type OutcomesGrouping = Exclude<GroupBy, 'none'>;

export type OutcomesView = {
  grouping: OutcomesGrouping;
  /** The key whose numbers are added up; null: the first that has any. */
  field: string | null;
  statistic: Statistic;
};

/** What outcomes can be grouped by without any extracted value. */
export const DECLARED_GROUPINGS = keysOf(BREAKDOWNS);

/** How outcomes are looked at: the address, with what it leaves open filled in. */
export function outcomesView({
  group_by,
  field,
  statistic,
}: Pick<Address, 'group_by' | 'field' | 'statistic'>): OutcomesView {
  return {
    grouping: group_by === null || group_by === 'none' ? 'use_case' : group_by,
    field,
    statistic: statistic ?? 'median',
  };
}

/** As a heading or a choice says it; `labelOf` tells what an extracted value is called. */
export function groupingName(grouping: OutcomesGrouping, labelOf: (key: string) => string): string {
  return isExtractedName(grouping) ? labelOf(grouping.slice(2)) : breakdownName(grouping);
}
