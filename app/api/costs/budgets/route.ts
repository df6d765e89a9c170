import { parseBudgetsQuery } from '@/lib/call/query/routes/outlook-query';
import { OUTLOOK_ROUTES } from '@/lib/reference/routes/outlook';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse, refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle(OUTLOOK_ROUTES.listBudgets, async ({ query: params, who, signal }) => {
  const { timezone, problems } = parseBudgetsQuery(params);
  refuse(problems);
  return container().budgets.list(timezone, { who, signal });
});

export const PUT = handle(OUTLOOK_ROUTES.setBudget, async ({ query, who, body }) => {
  refuseParameters(query);
  return container().budgets.set(await body(OUTLOOK_ROUTES.setBudget.body), { who });
});
