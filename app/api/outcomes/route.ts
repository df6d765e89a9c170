import { parseOutcomesQuery } from '@/lib/call/query/routes/outcomes-query';
import { OUTCOME_ROUTES } from '@/lib/reference/routes/outcomes';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(OUTCOME_ROUTES.getOutcomes, async ({ query: params, who, signal }) => {
  const { query, problems } = parseOutcomesQuery(params);
  refuse(problems);
  return container().outcomes.outcomes(query, { who, signal });
});
