import { parseConversationsQuery } from '@/lib/call/query/routes/conversations-query';
import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  FIGURE_ROUTES.getConversations,
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseConversationsQuery(params);
    refuse(problems);
    return container().answers.conversations(query, { who, signal });
  },
);
