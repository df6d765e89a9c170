import { SERVER_ROUTES } from '@/lib/reference/routes/server';
import { handleOpen } from '@/lib/server/http/handle';

/** Tells that the process lives; nothing about the upstream. */
export const GET = handleOpen(SERVER_ROUTES.getHealth, async () => ({ status: 'ok' as const }));
