import { FIGURE_ROUTES } from '@/lib/reference/routes/figures';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** How many calls HappyRobot counted this month, and how many of them the index has. */
export const GET = handle(FIGURE_ROUTES.getUsage, async ({ query, who }) => {
  refuseParameters(query);
  return container().usage.month({ who });
});
