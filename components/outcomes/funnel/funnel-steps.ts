import { costPerSuccess, successName } from '@/components/costs/successes/success';
import { totalCost } from '@/components/costs/view/amounts';
import { chosenChange, REACHED } from '@/components/outcomes/view/links';
import type { OutcomeCounts, OutcomesResponse } from '@/lib/call/answers/outcomes-responses';
import type { SuccessDefinition } from '@/lib/call/costs/success-definitions';
import type { Address, AddressChange } from '@/lib/url/address';

/** How many calls came as far as this. */
export type FunnelStep = {
  name: string;
  calls: number;
  /** In the period before; null: not known. */
  before: number | null;
  /** What narrows the page's filters to these calls. */
  change: AddressChange;
  /** Of all calls, and of those of the step before; null where there are none. */
  ofAll: number | null;
  ofReached: number | null;
  /** What all calls cost, for each of these. */
  cost: number | null;
};

/** From called to reached to each success, which is of those that were reached. */
export function funnelSteps(
  { totals, previous }: Pick<OutcomesResponse, 'totals' | 'previous'>,
  address: Address,
  successes: readonly SuccessDefinition[],
): FunnelStep[] {
  const step = (
    name: string,
    of: (counts: OutcomeCounts) => number,
    change: AddressChange,
  ): FunnelStep => {
    const calls = of(totals);
    return {
      name,
      calls,
      before: previous && of(previous),
      change,
      ofAll: share(calls, totals.calls),
      ofReached: share(calls, totals.reached),
      cost: costPerSuccess(totalCost(totals), calls),
    };
  };
  return [
    { ...step('Called', ({ calls }) => calls, {}), ofReached: null },
    step('Reached', ({ reached }) => reached, REACHED),
    ...successes.map((success, at) =>
      step(
        successName(success),
        ({ chosen }) => chosen[at] ?? 0,
        chosenChange(address, success.outcomes),
      ),
    ),
  ];
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
