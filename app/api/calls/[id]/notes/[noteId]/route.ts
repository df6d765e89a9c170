import type { callResponseSchema } from '@/lib/call/answers/responses';
import { REVIEW_ROUTES } from '@/lib/reference/routes/review';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

type Params = { id: string; noteId: string };

export const PATCH = handle<Params, typeof callResponseSchema>(
  REVIEW_ROUTES.changeNote,
  async ({ query, params: { id, noteId }, headers, who, body }) => {
    refuseParameters(query);
    const change = await body(REVIEW_ROUTES.changeNote.body);
    return container().reviews.changeNote(id, noteId, reviewerOf(who, headers), change);
  },
);

export const DELETE = handle<Params, typeof callResponseSchema>(
  REVIEW_ROUTES.deleteNote,
  async ({ query, params: { id, noteId }, headers, who }) => {
    refuseParameters(query);
    return container().reviews.removeNote(id, noteId, reviewerOf(who, headers));
  },
);
