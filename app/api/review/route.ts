import { reviewResponseSchema } from '@/lib/call/answers/review-responses';
import { parseQuery } from '@/lib/call/query/query';
import { reviewCodecs } from '@/lib/call/query/review-query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/review', access: 'read', answer: reviewResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, reviewCodecs);
    refuse(problems);
    return container().answers.review(query, { who, signal });
  },
);
