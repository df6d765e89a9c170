import type { relatedResponseSchema } from '@/lib/call/related';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof relatedResponseSchema>(
  CALL_ROUTES.getRelatedCalls,
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().related.of(params.id, { who, signal });
  },
);
