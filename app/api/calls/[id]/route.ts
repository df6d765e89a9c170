import { callResponseSchema } from '@/lib/call/responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';

export const GET = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}', access: 'read', answer: callResponseSchema },
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().calls.getCall(params.id, { who, signal });
  },
);
