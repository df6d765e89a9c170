import { callResponseSchema } from '@/lib/call/answers/responses';
import { noteBodySchema } from '@/lib/call/writes';
import { reviewerOf } from '@/lib/server/auth/reviewer';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const POST = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}/notes', access: 'review', answer: callResponseSchema },
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const note = await body(noteBodySchema);
    return container().reviews.addNote(params.id, reviewerOf(who, headers), note);
  },
);
