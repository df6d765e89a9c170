import type { callResponseSchema } from '@/lib/call/answers/responses';
import { REVIEW_ROUTES } from '@/lib/reference/routes/review';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const PATCH = handle<{ id: string }, typeof callResponseSchema>(
  REVIEW_ROUTES.rateCall,
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const rating = await body(REVIEW_ROUTES.rateCall.body);
    return container().reviews.rate(params.id, reviewerOf(who, headers), rating);
  },
);
