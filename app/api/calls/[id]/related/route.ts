import { relatedResponseSchema } from '@/lib/call/related';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof relatedResponseSchema>(
  { path: '/api/calls/{id}/related', access: 'read', answer: relatedResponseSchema },
  async ({ query, params, who, signal }) => {
    refuseParameters(query);
    return container().related.of(params.id, { who, signal });
  },
);
