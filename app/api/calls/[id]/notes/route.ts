import type { callResponseSchema } from '@/lib/call/answers/responses';
import { REVIEW_ROUTES } from '@/lib/reference/routes/review';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const POST = handle<{ id: string }, typeof callResponseSchema>(
  REVIEW_ROUTES.addNote,
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const note = await body(REVIEW_ROUTES.addNote.body);
    return container().reviews.addNote(params.id, reviewerOf(who, headers), note);
  },
);
