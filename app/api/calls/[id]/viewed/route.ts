import { callResponseSchema } from '@/lib/call/responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';
import { reviewerOf } from '@/lib/server/reviewer';

export const PATCH = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}/viewed', access: 'review', answer: callResponseSchema },
  async ({ query, params, headers, who }) => {
    refuseParameters(query);
    return container().reviews.markViewed(params.id, reviewerOf(who, headers));
  },
);
