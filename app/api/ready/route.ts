import * as z from 'zod/mini';
import { container } from '@/lib/server/boot/container';
import { handleOpen } from '@/lib/server/http/handle';
import { refuseUnready } from '@/lib/server/observability/readiness';

/** Tells whether everything that Callscope itself needs is there; what is missing comes as problem details. */
export const GET = handleOpen(
  { path: '/api/ready', answer: z.object({ status: z.literal('ready') }) },
  async () => {
    refuseUnready(container().index);
    return { status: 'ready' as const };
  },
);
