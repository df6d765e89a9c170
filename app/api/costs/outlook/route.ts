import { parseOutlookQuery } from '@/lib/call/query/routes/outlook-query';
import { OUTLOOK_ROUTES } from '@/lib/reference/routes/outlook';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(OUTLOOK_ROUTES.getCostOutlook, async ({ query: params, who, signal }) => {
  const { query, problems } = parseOutlookQuery(params);
  refuse(problems);
  return container().outlook(query, { who, signal });
});
