import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';
import {
  viewChangeBodySchema,
  viewRemovalBodySchema,
  viewsResponseSchema,
} from '@/lib/views/shared-view';

type Params = { id: string };
const route = {
  path: '/api/views/{id}',
  access: 'share_views',
  answer: viewsResponseSchema,
} as const;

export const PUT = handle<Params, typeof viewsResponseSchema>(
  route,
  async ({ query, params: { id }, who, body }) => {
    refuseParameters(query);
    return container().views.change(id, await body(viewChangeBodySchema), { who });
  },
);

export const DELETE = handle<Params, typeof viewsResponseSchema>(
  route,
  async ({ query, params: { id }, who, body }) => {
    refuseParameters(query);
    const { version } = await body(viewRemovalBodySchema);
    return container().views.remove(id, version, { who });
  },
);
