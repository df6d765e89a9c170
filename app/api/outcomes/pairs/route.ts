import { parseOutcomePairsQuery } from '@/lib/call/query/routes/outcomes-query';
import { OUTCOME_ROUTES } from '@/lib/reference/routes/outcomes';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  OUTCOME_ROUTES.getOutcomePairs,
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseOutcomePairsQuery(params);
    refuse(problems);
    return container().outcomes.pairs(query, { who, signal });
  },
);
