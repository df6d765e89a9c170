import type { callResponseSchema } from '@/lib/call/answers/responses';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof callResponseSchema>(
  CALL_ROUTES.getCall,
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().calls.getCall(params.id, { who, signal });
  },
);
