import * as z from 'zod/mini';
import { container } from '@/lib/server/container';
import { handleOpen } from '@/lib/server/handle';
import { refuseUnready } from '@/lib/server/ready';

/** Tells whether everything that Callscope itself needs is there; what is missing comes as problem details. */
export const GET = handleOpen(
  { path: '/api/ready', answer: z.object({ status: z.literal('ready') }) },
  async () => {
    refuseUnready(container().index);
    return { status: 'ready' as const };
  },
);
