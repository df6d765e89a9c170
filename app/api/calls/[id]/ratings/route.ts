import { callResponseSchema } from '@/lib/call/answers/responses';
import { ratingBodySchema } from '@/lib/call/writes';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const PATCH = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}/ratings', access: 'review', answer: callResponseSchema },
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const rating = await body(ratingBodySchema);
    return container().reviews.rate(params.id, reviewerOf(who, headers), rating);
  },
);
