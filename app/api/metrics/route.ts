import { SERVER_ROUTES } from '@/lib/reference/routes/server';
import { container } from '@/lib/server/boot/container';
import { handleOpenText } from '@/lib/server/http/handle-text';

/** What the process counts, in the text format of Prometheus, for whoever has METRICS_TOKEN. */
export const GET = handleOpenText(SERVER_ROUTES.getMetrics, ({ headers }) =>
  container().metricsService.read(headers),
);
