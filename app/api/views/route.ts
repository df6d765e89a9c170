import { VIEW_ROUTES } from '@/lib/reference/routes/views';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

export const GET = handle(VIEW_ROUTES.listViews, async ({ query, who, signal }) => {
  refuseParameters(query);
  return container().views.list({ who, signal });
});

export const POST = handle(VIEW_ROUTES.shareView, async ({ query, who, body }) => {
  refuseParameters(query);
  return container().views.share(await body(VIEW_ROUTES.shareView.body), { who });
});
