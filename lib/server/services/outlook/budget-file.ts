import * as z from 'zod/mini';
import type { Identity } from '@/lib/auth/roles';
import { type Budget, type BudgetBody, budgetSchema } from '@/lib/call/answers/outlook-responses';
import { CallscopeError } from '@/lib/server/errors';
import { createTeamFile, type TeamFileParts } from '@/lib/server/services/team-file';

export const MOST_BUDGETS = 200;

const fileSchema = z.object({
  format: z.literal(1),
  /** The last version that was given to a budget: none is given twice, so that nobody takes a new one for an old. */
  version: z.number().check(z.int(), z.minimum(0)),
  budgets: z.array(budgetSchema).check(z.maxLength(MOST_BUDGETS)),
});
type BudgetFile = z.infer<typeof fileSchema>;

/** The budgets in their file, that of all calls first. */
export type BudgetStore = {
  read(): Promise<Budget[]>;
  /** @throws {CallscopeError} `budget_changed` when the budget is not the one that was seen. */
  set(wanted: BudgetBody, who: Identity): Promise<Budget[]>;
};

export function createBudgetFile({
  now,
  ...parts
}: TeamFileParts & { now: () => Date }): BudgetStore {
  const file = createTeamFile(parts, {
    what: 'the budgets',
    schema: fileSchema,
    empty: { format: 1, version: 0, budgets: [] },
  });

  function changed(before: BudgetFile, wanted: BudgetBody, who: Identity): BudgetFile {
    const { use_case, amount } = wanted;
    const there = before.budgets.find((each) => each.use_case === use_case);
    if ((there?.version ?? null) !== wanted.version) throw changedMeanwhile(there);
    const others = before.budgets.filter((each) => each !== there);
    if (amount === null) return { ...before, budgets: others };
    if (others.length >= MOST_BUDGETS) throw tooMany();
    const version = before.version + 1;
    const set_by = who.account?.email ?? '';
    const budget = { use_case, amount, version, set_by, set_at: now().toISOString() };
    return { ...before, version, budgets: inOrder([...others, budget]) };
  }

  return {
    read: async () => (await file.read()).budgets,
    set: async (wanted, who) => (await file.edit((before) => changed(before, wanted, who))).budgets,
  };
}

function inOrder(budgets: readonly Budget[]): Budget[] {
  const rank = ({ use_case }: Budget) => (use_case === null ? 0 : 1);
  return [...budgets].sort((a, b) => rank(a) - rank(b));
}

function changedMeanwhile(there: Budget | undefined): CallscopeError {
  const now = there ? 'It has a different amount now.' : 'There is none now.';
  return new CallscopeError(
    'budget_changed',
    `Someone else changed this budget in the meantime. ${now}`,
  );
}

function tooMany(): CallscopeError {
  const message = `would be one budget too many: there are ${MOST_BUDGETS}`;
  return new CallscopeError('invalid_request', `use_case ${message}.`, {
    errors: [{ field: 'use_case', message }],
  });
}
