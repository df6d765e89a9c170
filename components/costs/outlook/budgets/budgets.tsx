'use client';

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { ProblemView } from '@/components/calls/problem-view';
import { useMay } from '@/components/shell/context/use-may';
import { PopoverButton } from '@/components/ui/popover-button';
import { facetsQueryOptions } from '@/lib/api/facets';
import { problemOf } from '@/lib/api/get-json';
import type { BudgetsResponse } from '@/lib/call/answers/outlook-responses';
import { BudgetForm } from './budget-form';
import { BudgetRow } from './budget-row';
import { BUDGET_BUTTON } from './budget-words';
import { freeScopes, takenScopes } from './free-scopes';

type BudgetsProps = {
  result: UseQueryResult<BudgetsResponse>;
  /** The filters of the page leave out calls, which no budget does. */
  narrowed: boolean;
  zone: string;
};

/** What may be spent each month: everybody sees it, managers set it. */
export function Budgets({ result, narrowed, zone }: BudgetsProps) {
  const { data, error } = result;
  const maySet = useMay('set_budgets');
  const facets = useQuery({ ...facetsQueryOptions({ timezone: zone }), enabled: maySet });
  const useCases = facets.data?.facets.use_cases;
  const isFree =
    // Where use cases cannot be loaded the form says so.
    useCases === undefined
      ? facets.isError
      : freeScopes(useCases, takenScopes(data?.budgets ?? [])).length > 0;
  const offered = maySet && data !== undefined && isFree;
  const [removed, setRemoved] = useState<number | null>(null);
  const isGone =
    removed !== null && data?.budgets.every(({ version }) => version !== removed) === true;
  const heading = useFocusOfLost(offered, isGone);
  return (
    <section
      aria-labelledby="budgets-heading"
      aria-busy={data === undefined && !error}
      className="border-b border-line px-4 py-5 md:px-6"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2
          ref={heading}
          tabIndex={-1}
          id="budgets-heading"
          className="mr-auto text-base font-semibold"
        >
          Budgets
        </h2>
        {offered && (
          <PopoverButton
            label="Set a budget"
            align="end"
            className={BUDGET_BUTTON}
            popover={(close) => (
              <BudgetForm budget={null} there={data.budgets} zone={zone} onDone={close} />
            )}
          >
            Set a budget
          </PopoverButton>
        )}
      </div>
      <p role="status" className="sr-only">
        {isGone && 'Budget removed'}
      </p>
      {narrowed && (
        <p className="text-sm text-muted">
          The filters of the page do not narrow budgets: each compares with all calls of the month,
          or of its use case.
        </p>
      )}
      {error && (
        <ProblemView compact problem={problemOf(error)} onRetry={() => void result.refetch()} />
      )}
      {data === undefined ? (
        !error && (
          <div role="status" className="mt-3 h-10 rounded bg-surface motion-safe:animate-pulse">
            <span className="sr-only">Loading budgets…</span>
          </div>
        )
      ) : data.budgets.length === 0 ? (
        <p className="mt-1 text-sm text-muted">No budget is set.</p>
      ) : (
        <ul aria-label="Monthly budgets" className="mt-2 max-w-4xl divide-y divide-line">
          {data.budgets.map((budget) => (
            <BudgetRow
              key={budget.use_case ?? ''}
              budget={budget}
              budgets={data}
              zone={zone}
              maySet={maySet}
              onRemoved={() => setRemoved(budget.version)}
            />
          ))}
        </ul>
      )}
      {!maySet && (
        <p className="mt-1 text-xs text-muted">Setting budgets takes the role “manager”.</p>
      )}
    </section>
  );
}

/** The heading takes the focus when the button that had it went away: that of a removed budget, or of the last new one. */
function useFocusOfLost(offered: boolean, isGone: boolean) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef({ offered, isGone });
  useEffect(() => {
    const isLost = (before.current.offered && !offered) || (isGone && !before.current.isGone);
    before.current = { offered, isGone };
    if (isLost && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [offered, isGone]);
  return heading;
}
