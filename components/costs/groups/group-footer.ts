import { costPerSuccess, successName } from '@/components/costs/successes/success';
import { formatMinutes, totalCost } from '@/components/costs/view/amounts';
import type { CostsPage } from '@/components/costs/view/use-costs-view';
import { beforeName } from '@/components/costs/view/view';
import type { BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { formatShare, signed } from '@/lib/format/money';
import { formatCount } from '@/lib/format/number';
import { signedShare } from './group-rows';

type Write = (amount: number) => string;

/** What the columns of an answer come to, by the names of the columns on screen; what cannot be added up stays away. */
export function groupFooter(
  { totals, previous }: BreakdownResponse,
  change: { change: number | null; changeShare: number | null; before: number | null },
  view: CostsPage,
  sum: Write,
  money: Write,
): Record<string, string | null> {
  const text = (value: number | null, write: Write = money) =>
    value === null ? null : write(value);
  const total = totalCost(totals);
  return {
    Total: text(total, sum),
    ...(previous && {
      [beforeName(view)]: text(change.before, sum),
      Change: text(change.change, (amount) => signed(amount, sum)),
      'Change in %': text(change.changeShare, signedShare),
    }),
    Share: formatShare(totals.total, totals.total),
    Calls: formatCount(totals.calls),
    Minutes: formatMinutes(totals.minutes),
    'Per call': text(totals.per_call),
    'Per minute': text(totals.per_minute),
    'Nobody reached': formatShare(totals.nobody_reached.calls, totals.calls),
    ...Object.fromEntries(
      view.successes.flatMap((definition, at) => {
        const name = successName(definition);
        const count = totals.successes[at] ?? 0;
        return [
          [`Calls: ${name}`, formatCount(count)],
          [`Cost per ${name}`, text(costPerSuccess(total, count))],
        ];
      }),
    ),
  };
}
