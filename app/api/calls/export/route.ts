import {
  EXPORT_TICKET_HEADER,
  isExportTicket,
  parseExportQuery,
} from '@/lib/call/query/routes/export-query';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handleStream } from '@/lib/server/http/handle-stream';
import { refuse } from '@/lib/server/http/refuse';
import { exportCalls } from '@/lib/server/services/export/export';
import { textThreads } from '@/lib/server/services/export/text-threads';

export const GET = handleStream(
  CALL_ROUTES.exportCalls,
  async ({ query: params, headers, who, signal }) => {
    const { query, problems } = parseExportQuery(params);
    refuse(problems);
    const { index, env, exportTurns: turns } = container();
    const organizationId = env.upstream?.organizationId;
    const parts = {
      index,
      currency: env.currency,
      ...(organizationId !== undefined && { organizationId }),
      now: () => new Date(),
      makerOf: textThreads,
      turns,
    };
    const ticket = headers.get(EXPORT_TICKET_HEADER) ?? '';
    return exportCalls(parts, query, { who, signal }, isExportTicket(ticket) ? ticket : undefined);
  },
);
