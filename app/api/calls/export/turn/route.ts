import { EXPORT_TICKET_HEADER, isExportTicket } from '@/lib/call/export-query';
import { exportTurnSchema } from '@/lib/call/index-responses';
import { container } from '@/lib/server/container';
import { handle } from '@/lib/server/handle';
import { refuseParameters } from '@/lib/server/refuse';

/** The place in line of the export that carries the same ticket. Asked often, it is none of the costly requests. */
export const GET = handle(
  { path: '/api/calls/export/turn', access: 'read', answer: exportTurnSchema },
  async ({ query, headers }) => {
    refuseParameters(query);
    const ticket = headers.get(EXPORT_TICKET_HEADER) ?? '';
    return { before: isExportTicket(ticket) ? container().exportTurns.before(ticket) : null };
  },
);
