import { parseQuery } from '@/lib/call/query/parse-query';
import { breakdownCodecs } from '@/lib/call/query/routes/breakdown-query';
import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  FIGURE_ROUTES.getCostBreakdown,
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, breakdownCodecs);
    refuse(problems);
    return container().answers.breakdown(query, { who, signal });
  },
);
