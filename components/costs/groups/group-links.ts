import { type Ends, groupHref } from '@/components/costs/view/drill-down';
import { outcomesWithin } from '@/components/costs/view/questions';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import type { AddressChange } from '@/lib/url/address';

type Answer = Pick<BreakdownResponse, 'groups' | 'periods'>;

/** The way to the calls of a group in either period, or to some of them; null where there are none. */
export function groupLinks({ groups, periods }: Answer, view: CostsPage) {
  const keys = groups.map(({ key }) => key);
  const to = (range: Ends | null) => (key: string | null, count: number, more?: AddressChange) =>
    count > 0 && range ? groupHref(view.address, range, view.breakdown, key, keys, more) : null;
  return { now: to(periods.current), before: to(periods.previous) };
}

/** The filter that finds the calls of a success. */
export function ofSuccess(view: CostsPage, at: number): AddressChange {
  const { outcomes = [] } = view.successes[at] ?? {};
  return { classifications: outcomesWithin(view.filters, outcomes) };
}

export const NOBODY_REACHED = { has_outcome: false } as const satisfies AddressChange;
