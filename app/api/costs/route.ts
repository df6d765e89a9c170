import { parseQuery } from '@/lib/call/query/parse-query';
import { costsCodecs } from '@/lib/call/query/routes/costs-query';
import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(FIGURE_ROUTES.getCosts, async ({ query: params, who, signal }) => {
  const { query, problems } = parseQuery(params, costsCodecs);
  refuse(problems);
  return container().answers.costs(query, { who, signal });
});
