import { parseCallsQuery } from '@/lib/call/query';
import { callsResponseSchema } from '@/lib/call/responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/calls', access: 'read', answer: callsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCallsQuery(params);
    refuse(problems);
    return container().calls.listCalls(query, { who, signal });
  },
);
