import { percent, shortDate } from '@/components/costs/outlook/outlook-words';
import type { BudgetProgress } from '@/lib/call/answers/outlook-responses';
import { NO_VALUE } from '@/lib/call/values/terms';

export const BUDGET_BUTTON =
  'inline-flex h-6 shrink-0 items-center rounded-md border border-line-strong bg-canvas px-2 text-xs font-medium hover:bg-hover';

/** What a budget is for, as people call it. */
export function budgetName({
  use_case,
  name,
}: Pick<BudgetProgress, 'use_case'> & { name?: string | null }): string {
  if (use_case === null) return 'All calls';
  return use_case === NO_VALUE ? 'Calls without a use case' : (name ?? use_case);
}

/** `81.2% spent. The forecast, $845.10, is 84.5% of it.` */
export function progressWords(
  { amount, to_date: { total }, forecast }: Pick<BudgetProgress, 'amount' | 'to_date' | 'forecast'>,
  money: (amount: number) => string,
): string {
  const spent = total === null ? '' : `${percent(total / amount)} spent.`;
  if (forecast === null) return spent;
  const over = forecast.total - amount;
  const ahead =
    over > 0
      ? `${money(forecast.total)}: ${money(over)} more than the budget.`
      : `${money(forecast.total)}: within the budget.`;
  const unsure = forecast.low <= amount && amount < forecast.high;
  return `${spent} Forecast ${ahead}${unsure ? ' The budget lies within its range.' : ''}`.trim();
}

/** `75% reached Nov 21`, `90% expected Nov 29`, `100% not this month`. */
export function markWords({ mark, reached_on, expected_on }: BudgetProgress['marks'][number]) {
  if (reached_on !== null) return `${mark}% reached ${shortDate(reached_on)}`;
  return expected_on === null
    ? `${mark}% not reached`
    : `${mark}% expected ${shortDate(expected_on)}`;
}
