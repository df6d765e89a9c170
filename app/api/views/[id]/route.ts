import { VIEW_ROUTES } from '@/lib/reference/routes/views';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';
import type { viewsResponseSchema } from '@/lib/views/shared-view';

type Params = { id: string };

export const PUT = handle<Params, typeof viewsResponseSchema>(
  VIEW_ROUTES.changeView,
  async ({ query, params: { id }, who, body }) => {
    refuseParameters(query);
    return container().views.change(id, await body(VIEW_ROUTES.changeView.body), { who });
  },
);

export const DELETE = handle<Params, typeof viewsResponseSchema>(
  VIEW_ROUTES.deleteView,
  async ({ query, params: { id }, who, body }) => {
    refuseParameters(query);
    const { version } = await body(VIEW_ROUTES.deleteView.body);
    return container().views.remove(id, version, { who });
  },
);
