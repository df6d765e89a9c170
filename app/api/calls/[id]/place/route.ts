import type { placeResponseSchema } from '@/lib/call/answers/review-responses';
import { parseCallsQuery } from '@/lib/call/query/parse-query';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof placeResponseSchema>(
  CALL_ROUTES.getPlace,
  async ({ query: asked, params, who, signal }) => {
    const { query, problems } = parseCallsQuery(asked);
    refuse(problems);
    return container().answers.place(params.id, query, { who, signal });
  },
);
