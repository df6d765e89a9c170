import { parseCallsQuery } from '@/lib/call/query/parse-query';
import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(FIGURE_ROUTES.getFacets, async ({ query: params, who, signal }) => {
  const { query, problems } = parseCallsQuery(params);
  refuse(problems);
  return container().answers.facets(query, { who, signal });
});
