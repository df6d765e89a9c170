import { syncResponseSchema } from '@/lib/call/answers/index-responses';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

const route = { path: '/api/sync', answer: syncResponseSchema };

export const GET = handle({ ...route, access: 'read' }, async ({ query, who }) => {
  refuseParameters(query);
  return container().sync.status({ who });
});

/** Asks for what is new now; the answer does not wait for it. */
export const POST = handle({ ...route, access: 'control_sync' }, async ({ query, who }) => {
  refuseParameters(query);
  const { sync } = container();
  await sync.refresh({ who });
  return sync.status({ who });
});
