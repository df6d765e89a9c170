import { CONNECTION_ROUTES } from '@/lib/reference/routes/connection';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** What the last check of the upstream found, and how far the one is that runs. */
export const GET = handle(CONNECTION_ROUTES.getUpstreamCheck, async ({ query, who }) => {
  refuseParameters(query);
  return container().upstreamCheck.last({ who });
});

/** Checks anew, which takes less than a minute. */
export const POST = handle(CONNECTION_ROUTES.checkUpstream, async ({ query, who }) => {
  refuseParameters(query);
  return container().upstreamCheck.check({ who });
});
