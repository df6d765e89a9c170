import { parseCallsQuery } from '@/lib/call/query/parse-query';
import { REVIEW_ROUTES } from '@/lib/reference/routes/review';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(REVIEW_ROUTES.getAgreement, async ({ query: params, who, signal }) => {
  const { query, problems } = parseCallsQuery(params);
  refuse(problems);
  return container().answers.agreement(query, { who, signal });
});
