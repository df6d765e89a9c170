import { parseQuery } from '@/lib/call/query';
import { nextCodecs } from '@/lib/call/review-query';
import { nextResponseSchema } from '@/lib/call/review-responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/calls/next', access: 'read', answer: nextResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, nextCodecs);
    refuse(problems);
    return container().answers.next(query, { who, signal });
  },
);
