import { facetsResponseSchema } from '@/lib/call/answers/index-responses';
import { parseCallsQuery } from '@/lib/call/query/query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/facets', access: 'read', answer: facetsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCallsQuery(params);
    refuse(problems);
    return container().answers.facets(query, { who, signal });
  },
);
