import { parseExportQuery } from '@/lib/call/export-query';
import { container } from '@/lib/server/container';
import { exportCalls } from '@/lib/server/export/export';
import { handleStream } from '@/lib/server/handle-stream';
import { refuse } from '@/lib/server/refuse';

export const GET = handleStream(
  { path: '/api/calls/export', access: 'export' },
  async ({ query: params, who, signal }) => {
    const { query, problems } = parseExportQuery(params);
    refuse(problems);
    const { index, env } = container();
    return exportCalls({ index, currency: env.currency, now: () => new Date() }, query, {
      who,
      signal,
    });
  },
);
