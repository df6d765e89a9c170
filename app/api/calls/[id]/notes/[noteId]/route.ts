import { callResponseSchema } from '@/lib/call/answers/responses';
import { noteChangeBodySchema } from '@/lib/call/writes';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

type Params = { id: string; noteId: string };
const route = {
  path: '/api/calls/{id}/notes/{noteId}',
  access: 'review',
  answer: callResponseSchema,
} as const;

export const PATCH = handle<Params, typeof callResponseSchema>(
  route,
  async ({ query, params: { id, noteId }, headers, who, body }) => {
    refuseParameters(query);
    const change = await body(noteChangeBodySchema);
    return container().reviews.changeNote(id, noteId, reviewerOf(who, headers), change);
  },
);

export const DELETE = handle<Params, typeof callResponseSchema>(
  route,
  async ({ query, params: { id, noteId }, headers, who }) => {
    refuseParameters(query);
    return container().reviews.removeNote(id, noteId, reviewerOf(who, headers));
  },
);
