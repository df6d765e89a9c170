import { costsCodecs } from '@/lib/call/costs-query';
import { timelineResponseSchema } from '@/lib/call/index-responses';
import { parseQuery } from '@/lib/call/query';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuse } from '@/lib/server/refuse';

export const GET = handle(
  { path: '/api/timeline', access: 'read', answer: timelineResponseSchema },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseQuery(params, { interval: costsCodecs.interval });
    refuse(problems);
    return container().answers.timeline(query, { who, signal });
  },
);
