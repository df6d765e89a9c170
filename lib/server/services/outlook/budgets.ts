import type { IndexMeta } from '@/lib/call/answers/index-responses';
import type {
  Budget,
  BudgetBody,
  BudgetProgress,
  BudgetsResponse,
} from '@/lib/call/answers/outlook-responses';
import { toMicros } from '@/lib/call/costs/costs';
import { dateOf, daysBetween, monthOf } from '@/lib/call/costs/outlook/calendar';
import { untilNow, wholeDay } from '@/lib/call/costs/outlook/day-costs';
import { forecastMonth } from '@/lib/call/costs/outlook/forecast';
import { markDays } from '@/lib/call/costs/outlook/marks';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { IndexStore, Spending } from '@/lib/server/index/store';
import { maskBudgets, maskStoredBudgets } from '@/lib/server/services/redaction/budgets';
import { shownTo } from '@/lib/server/services/redaction/shown';
import type { BudgetStore } from './budget-file';
import { firstDayOf, forecastTold, HISTORY_DAYS, knownSum, monthToDate, passedOf } from './told';

/** Budgets of a month, and how far they are spent. Every method throws a {@link CallscopeError} when it may not. */
export type BudgetsService = {
  list(timezone: string, principal: Principal): Promise<BudgetsResponse>;
  /** Sets, changes or removes one; answers with all of them as they stand. */
  set(wanted: BudgetBody, principal: Principal): Promise<{ budgets: Budget[] }>;
};

type Parts = {
  file: BudgetStore;
  index: IndexHandle;
  meta: (store: IndexStore) => Promise<IndexMeta>;
  now: () => Date;
};

export function createBudgets({ file, index, meta, now }: Parts): BudgetsService {
  return {
    async list(timezone, { who, signal }) {
      authorise(who, 'read');
      const budgets = await file.read();
      const store = await index.store();
      const at = now().toISOString();
      const use_cases = budgets.flatMap(({ use_case }) => use_case ?? []);
      const question = { timezone, now: at, days: HISTORY_DAYS, use_cases };
      const [facts, known] = await Promise.all([store.spending(question, signal), meta(store)]);
      const none: Spending = { days: new Map(), oldest: null, name: null };
      const answer: BudgetsResponse = {
        month: monthToDate(facts.today, at, timezone),
        budgets: budgets.map((budget) => {
          const spending =
            budget.use_case === null ? facts.all : (facts.use_cases.get(budget.use_case) ?? none);
          return progressOf(budget, spending, {
            today: facts.today,
            timezone,
            complete: known.coverage.complete,
          });
        }),
        meta: known,
      };
      return shownTo(who, answer, maskBudgets);
    },

    async set(wanted, { who }) {
      authorise(who, 'set_budgets');
      return shownTo(who, { budgets: await file.set(wanted, who) }, maskStoredBudgets);
    },
  };
}

type When = { today: number; timezone: string; complete: boolean };

function progressOf(
  budget: Budget,
  { days, oldest, name }: Spending,
  { today, timezone, complete }: When,
): BudgetProgress {
  const made = complete
    ? forecastMonth(days, firstDayOf(oldest, timezone), today)
    : ('incomplete' as const);
  const { first } = monthOf(today);
  const spent = daysBetween(first, today).map((day) => ({
    day,
    total: (day === today ? untilNow(days, day) : wholeDay(days, day)).total,
  }));
  const [expected, late] =
    typeof made === 'string'
      ? [[], 0]
      : [[...made.expected].map(([day, total]) => ({ day, total })), made.late.total];
  return {
    ...budget,
    name,
    to_date: knownSum(passedOf(days, today)),
    ...forecastTold(made),
    marks: markDays(toMicros(budget.amount), spent, expected, late).map(
      ({ mark, reached, expected: ahead }) => ({
        mark,
        reached_on: reached === null ? null : dateOf(reached),
        expected_on: ahead === null ? null : dateOf(ahead),
      }),
    ),
  };
}
