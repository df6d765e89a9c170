import { callResponseSchema } from '@/lib/call/responses';
import { noteBodySchema } from '@/lib/call/writes';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';
import { reviewerOf } from '@/lib/server/reviewer';

export const POST = handle<{ id: string }, typeof callResponseSchema>(
  { path: '/api/calls/{id}/notes', access: 'review', answer: callResponseSchema },
  async ({ query, params, headers, who, body }) => {
    refuseParameters(query);
    const note = await body(noteBodySchema);
    return container().reviews.addNote(params.id, reviewerOf(who, headers), note);
  },
);
