'use client';

import { noForecastWords } from '@/components/costs/outlook/outlook-words';
import { useMoney } from '@/components/costs/view/use-costs-view';
import { CallsLink } from '@/components/figures/calls-link';
import { PopoverButton } from '@/components/ui/popover-button';
import type { BudgetProgress, BudgetsResponse } from '@/lib/call/answers/outlook-responses';
import { formatCount } from '@/lib/format/number';
import { addressQuery } from '@/lib/url/address';
import { BudgetBar } from './budget-bar';
import { BudgetForm } from './budget-form';
import { BUDGET_BUTTON, budgetName, markWords, progressWords } from './budget-words';

type BudgetRowProps = {
  budget: BudgetProgress;
  budgets: BudgetsResponse;
  zone: string;
  maySet: boolean;
  onRemoved: () => void;
};

/** A budget, how much of it is spent, and where it is going. */
export function BudgetRow({
  budget,
  budgets: { budgets, month },
  zone,
  maySet,
  onRemoved,
}: BudgetRowProps) {
  const money = useMoney();
  const { to_date, forecast, no_forecast, marks } = budget;
  const name = budgetName(budget);
  const calls = `/calls${addressQuery({
    from: month.from,
    to: month.to,
    ...(budget.use_case !== null && { use_cases: [budget.use_case] }),
    timezone: zone,
  })}`;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3 className="min-w-0 text-sm font-medium wrap-anywhere">
          <bdi>{name}</bdi>
        </h3>
        <p className="ml-auto text-sm">
          <CallsLink href={to_date.calls > 0 ? calls : null}>
            {to_date.total === null ? 'Cost not known' : money(to_date.total)}
          </CallsLink>{' '}
          <span className="text-muted">of {money(budget.amount)}</span>
        </p>
        {maySet && (
          <PopoverButton
            label={`Budget: ${name}`}
            aria-label={`Change the budget of ${name}`}
            align="end"
            className={BUDGET_BUTTON}
            popover={(close) => (
              <BudgetForm
                budget={budget}
                there={budgets}
                zone={zone}
                onDone={close}
                onRemoved={onRemoved}
              />
            )}
          >
            Change
          </PopoverButton>
        )}
      </div>
      <BudgetBar budget={budget} />
      <p className="text-xs">
        <span className="font-medium">{progressWords(budget, money)}</span>{' '}
        {forecast === null && no_forecast && (
          <span className="text-muted">{noForecastWords(no_forecast, null, zone)}</span>
        )}
        {to_date.calls_without_cost > 0 && (
          <span className="text-muted">
            {' '}
            {formatCount(to_date.calls_without_cost)} of {formatCount(to_date.calls)} calls have no
            cost.
          </span>
        )}
      </p>
      <ul aria-label={`Marks of ${name}`} className="flex flex-wrap gap-x-4 text-xs text-muted">
        {marks.map((mark) => (
          <li key={mark.mark} className={mark.reached_on ? 'text-text' : undefined}>
            {markWords(mark)}
          </li>
        ))}
      </ul>
    </li>
  );
}
