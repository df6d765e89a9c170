import { callsResponseSchema } from '@/lib/call/answers/responses';
import { parseCallsQuery } from '@/lib/call/query/query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/calls', access: 'read', answer: callsResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseCallsQuery(params);
    refuse(problems);
    return container().calls.listCalls(query, { who, signal });
  },
);
