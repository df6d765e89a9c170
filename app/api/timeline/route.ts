import { timelineResponseSchema } from '@/lib/call/answers/index-responses';
import { costsCodecs } from '@/lib/call/query/costs-query';
import { parseQuery } from '@/lib/call/query/query';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuse } from '@/lib/server/http/refuse';

export const GET = handle(
  { path: '/api/timeline', access: 'read', answer: timelineResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, { interval: costsCodecs.interval });
    refuse(problems);
    return container().answers.timeline(query, { who, signal });
  },
);
