import type { Budget, BudgetsResponse } from '@/lib/call/answers/outlook-responses';
import { maskId } from './known';
import { maskText } from './numbers/number-text';

/** Budgets for who may not see numbers: names of use cases are free text. */
export function maskBudgets(answer: BudgetsResponse): BudgetsResponse {
  const budgets = answer.budgets.map((budget) => ({
    ...masked(budget),
    name: budget.name === null ? null : maskText(budget.name),
  }));
  return { ...answer, budgets };
}

export function maskStoredBudgets({ budgets }: { budgets: Budget[] }): { budgets: Budget[] } {
  return { budgets: budgets.map(masked) };
}

function masked<T extends Budget>(budget: T): T {
  const use_case = budget.use_case === null ? null : maskId(budget.use_case);
  return { ...budget, use_case, set_by: maskText(budget.set_by) };
}
