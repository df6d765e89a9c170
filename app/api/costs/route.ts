import { costsResponseSchema } from '@/lib/call/answers/index-responses';
import { parseCostsQuery } from '@/lib/call/query/costs-query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/costs', access: 'read', answer: costsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCostsQuery(params);
    refuse(problems);
    return container().answers.costs(query, { who, signal });
  },
);
