import { patternsResponseSchema } from '@/lib/call/index-responses';
import { parseCallsQuery } from '@/lib/call/query';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/costs/patterns', access: 'read', answer: patternsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCallsQuery(params);
    refuse(problems);
    return container().answers.patterns(query, { who, signal });
  },
);
