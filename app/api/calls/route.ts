import { parseCallsQuery } from '@/lib/call/query/parse-query';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(CALL_ROUTES.listCalls, async ({ query: params, who, signal }) => {
  const { query, problems } = parseCallsQuery(params);
  refuse(problems);
  return container().calls.listCalls(query, { who, signal });
});
