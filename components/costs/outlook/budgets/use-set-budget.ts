'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useMoney } from '@/components/costs/use-costs-view';
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
 * conflict the one that they are told of. What comes meanwhile without being told is not overwritten.
 */
export function useSetBudget(budget: BudgetProgress | null, zone: string): SetBudget {
  const client = useQueryClient();
  const money = useMoney();
  const [told, setTold] = useState<{ use_case: string | null; version: number | null } | null>(
    budget,
  );
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  return { set, busy, problem };

  async function set(use_case: string | null, amount: number | null): Promise<boolean> {
    setBusy(true);
    setProblem(null);
    try {
      const version = told?.use_case === use_case ? told.version : null;
      await setBudget({ use_case, amount, version });
      await client.invalidateQueries({ queryKey: ['budgets'] });
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
    const meanwhile = 'Nothing was saved: somebody has changed this budget meanwhile.';
    const answer = await latest();
    if (answer === null) return `${meanwhile} What it is now could not be read.`;
    const now = answer.budgets.find((each) => each.use_case === use_case);
    setTold({ use_case, version: now?.version ?? null });
    const by = now?.set_by ? `, set by ${now.set_by}` : '';
    return now
      ? `${meanwhile} It is ${money(now.amount)} now${by}. Save again to replace that.`
      : `${meanwhile} There is none now. Save again to set one.`;
  }

  async function latest(): Promise<BudgetsResponse | null> {
    const options = { ...budgetsQueryOptions(zone), staleTime: 0 };
    return client.fetchQuery(options).catch(() => null);
  }
}
