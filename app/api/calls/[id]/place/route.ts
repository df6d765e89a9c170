import { placeResponseSchema } from '@/lib/call/answers/review-responses';
import { parseCallsQuery } from '@/lib/call/query/query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle<{ id: string }, typeof placeResponseSchema>(
  { path: '/api/calls/{id}/place', access: 'read', answer: placeResponseSchema },
  async ({ query: asked, params, who, signal }) => {
    const { query, problems } = parseCallsQuery(asked);
    refuse(problems);
    return container().answers.place(params.id, query, { who, signal });
  },
);
