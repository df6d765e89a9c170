import { parseCostsQuery } from '@/lib/call/costs-query';
import { costsResponseSchema } from '@/lib/call/index-responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/costs', access: 'read', answer: costsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCostsQuery(params);
    refuse(problems);
    return container().answers.costs(query, { who, signal });
  },
);
