import { callResponseSchema } from '@/lib/call/responses';
import { ratingBodySchema } from '@/lib/call/writes';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';
import { reviewerOf } from '@/lib/server/reviewer';

export const PATCH = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}/ratings', access: 'review', answer: callResponseSchema },
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const rating = await body(ratingBodySchema);
    return container().reviews.rate(params.id, reviewerOf(who, headers), rating);
  },
);
