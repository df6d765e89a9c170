'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useMoney } from '@/components/costs/view/use-costs-view';
import { problemOf } from '@/lib/api/get-json';
import { budgetsQueryOptions, setBudget } from '@/lib/api/outlook';
import type { BudgetProgress, BudgetsResponse } from '@/lib/call/answers/outlook-responses';

type SetBudget = {
  /** Whether it was written; an amount of null removes the budget. */
  set: (use_case: string | null, amount: number | null) => Promise<boolean>;
  busy: boolean;
  /** Why the last change was not made. */
  problem: string | null;
};

/**
 * Writes a budget over the version that the person has seen: that of `budget`, none where it is null, and after a
 * conflict the one that they are told of. What comes meanwhile without being told is not overwritten. The list is read
 * anew when the form has closed: until then its row, which the form stands in and gives the focus back to, stays.
 */
export function useSetBudget(
  budget: BudgetProgress | null,
  zone: string,
  onDone: () => void,
): SetBudget {
  const client = useQueryClient();
  const money = useMoney();
  const [told, setTold] = useState<{ use_case: string | null; version: number | null } | null>(
    budget,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const isOutdated = useRef(false);
  useEffect(
    () => () => {
      if (isOutdated.current) void client.invalidateQueries({ queryKey: ['budgets'] });
    },
    [client],
  );
  return { set, busy, problem };

  async function set(use_case: string | null, amount: number | null): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const version = told?.use_case === use_case ? told.version : null;
      await setBudget({ use_case, amount, version });
      isOutdated.current = true;
      onDone();
      return true;
    } catch (thrown) {
      const { code, detail } = problemOf(thrown);
      setProblem(code === 'budget_changed' ? await tell(use_case) : detail);
      return false;
    } finally {
      setBusy(false);
    }
  }

  /** What the budget is by now; saving once more is meant to replace that. */
  async function tell(use_case: string | null): Promise<string> {
    const meanwhile = 'Nothing was saved. Someone else changed this budget in the meantime.';
    isOutdated.current = true;
    const answer = await latest();
    if (answer === null) return `${meanwhile} What it is now could not be read.`;
    const now = answer.budgets.find((each) => each.use_case === use_case);
    setTold({ use_case, version: now?.version ?? null });
    const by = now?.set_by ? `, set by ${now.set_by}` : '';
    return now
      ? `${meanwhile} It is ${money(now.amount)} now${by}. Save again to replace that.`
      : `${meanwhile} There is none now. Save again to set one.`;
  }

  /** Read beside the list: a row that is gone would take the form along, and what was typed. */
  async function latest(): Promise<BudgetsResponse | null> {
    const { queryKey, ...options } = budgetsQueryOptions(zone);
    return client
      .fetchQuery({ ...options, queryKey: ['latest', ...queryKey], staleTime: 0, gcTime: 0 })
      .catch(() => null);
  }
}
