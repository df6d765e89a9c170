import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';
import { viewBodySchema, viewsResponseSchema } from '@/lib/views/shared-view';

const route = { path: '/api/views', answer: viewsResponseSchema };

export const GET = handle({ ...route, access: 'read' }, async ({ query, who, signal }) => {
  refuseParameters(query);
  return container().views.list({ who, signal });
});

export const POST = handle({ ...route, access: 'share_views' }, async ({ query, who, body }) => {
  refuseParameters(query);
  return container().views.share(await body(viewBodySchema), { who });
});
