import { CONNECTION_ROUTES } from '@/lib/reference/routes/connection';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** Says that the calls which HappyRobot no longer lists were deleted; the answer does not wait until they are gone. */
export const POST = handle(CONNECTION_ROUTES.confirmDeletions, async ({ query, who }) => {
  refuseParameters(query);
  const { sync } = container();
  await sync.confirmDeletions({ who });
  return sync.status({ who });
});
