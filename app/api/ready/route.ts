import { SERVER_ROUTES } from '@/lib/reference/routes/server';
import { container } from '@/lib/server/boot/container';
import { handleOpen } from '@/lib/server/http/handle';
import { refuseUnready } from '@/lib/server/observability/readiness';

/** Tells whether everything that Callscope itself needs is there; what is missing comes as problem details. */
export const GET = handleOpen(SERVER_ROUTES.getReadiness, async () => {
  const { index, shared } = container();
  refuseUnready(index);
  return { status: 'ready' as const, ...shared?.condition() };
});
