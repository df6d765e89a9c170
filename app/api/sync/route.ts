import { CONNECTION_ROUTES } from '@/lib/reference/routes/connection';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle(CONNECTION_ROUTES.getSync, async ({ query, who }) => {
  refuseParameters(query);
  return container().sync.status({ who });
});

/** Asks for what is new now; the answer does not wait for it. */
export const POST = handle(CONNECTION_ROUTES.refreshIndex, async ({ query, who }) => {
  refuseParameters(query);
  const { sync } = container();
  await sync.refresh({ who });
  return sync.status({ who });
});
