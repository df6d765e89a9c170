import {
  budgetBodySchema,
  budgetsResponseSchema,
  outlookResponseSchema,
  storedBudgetsSchema,
} from '@/lib/call/answers/outlook-responses';
import { parameterCodecs } from '@/lib/call/query/filters';
import { OUTLOOK_EXCEPT } from '@/lib/call/query/routes/outlook-query';
import { type ApiRoutes, INDEX_PROBLEMS } from '../route';

export const OUTLOOK_ROUTES = {
  getCostOutlook: {
    method: 'GET',
    path: '/api/costs/outlook',
    summary: 'Where the current month is going',
    about:
      'Month to date, forecast with a range, and today against the same weekday of the last 8 weeks. Takes no dates: the month is the current one in the time zone.',
    access: 'read',
    filters: { except: OUTLOOK_EXCEPT },
    answer: outlookResponseSchema,
    problems: INDEX_PROBLEMS,
  },
  listBudgets: {
    method: 'GET',
    path: '/api/costs/budgets',
    summary: 'The monthly budgets, and how far they are spent',
    about: 'Each compares with all calls of the current month, or with all of its use case.',
    access: 'read',
    query: { timezone: parameterCodecs.timezone },
    answer: budgetsResponseSchema,
    problems: INDEX_PROBLEMS,
  },
  setBudget: {
    method: 'PUT',
    path: '/api/costs/budgets',
    summary: 'Set, change or remove a monthly budget',
    about:
      'Names the version that was seen, null for none; nothing is written if there is another one. An amount of null removes the budget.',
    access: 'set_budgets',
    body: budgetBodySchema,
    answer: storedBudgetsSchema,
    problems: ['budget_changed'],
  },
} as const satisfies ApiRoutes;
