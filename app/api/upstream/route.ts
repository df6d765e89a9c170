import { upstreamCheckSchema } from '@/lib/call/answers/upstream-check';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

const route = { path: '/api/upstream', answer: upstreamCheckSchema };

/** What the last check of the upstream found, and how far the one is that runs. */
export const GET = handle({ ...route, access: 'read' }, async ({ query, who }) => {
  refuseParameters(query);
  return container().upstreamCheck.last({ who });
});

/** Checks anew, which takes less than a minute. */
export const POST = handle({ ...route, access: 'control_sync' }, async ({ query, who }) => {
  refuseParameters(query);
  return container().upstreamCheck.check({ who });
});
