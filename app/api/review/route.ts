import { parseQuery } from '@/lib/call/query';
import { reviewCodecs } from '@/lib/call/review-query';
import { reviewResponseSchema } from '@/lib/call/review-responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/review', access: 'read', answer: reviewResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, reviewCodecs);
    refuse(problems);
    return container().answers.review(query, { who, signal });
  },
);
