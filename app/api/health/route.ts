import * as z from 'zod/mini';
import { handleOpen } from '@/lib/server/http/handle';

/** Tells that the process lives; nothing about the upstream. */
export const GET = handleOpen(
  { path: '/api/health', answer: z.object({ status: z.literal('ok') }) },
  async () => ({ status: 'ok' as const }),
);
