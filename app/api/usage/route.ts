import { usageResponseSchema } from '@/lib/call/answers/upstream-check';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

const route = { path: '/api/usage', answer: usageResponseSchema, access: 'read' } as const;

/** How many calls HappyRobot counted this month, and how many of them the index has. */
export const GET = handle(route, async ({ query, who }) => {
  refuseParameters(query);
  return container().usage.month({ who });
});
