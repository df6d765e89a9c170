import { nextResponseSchema } from '@/lib/call/answers/review-responses';
import { parseQuery } from '@/lib/call/query/query';
import { nextCodecs } from '@/lib/call/query/review-query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/calls/next', access: 'read', answer: nextResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, nextCodecs);
    refuse(problems);
    return container().answers.next(query, { who, signal });
  },
);
