import { EXPORT_TICKET_HEADER, isExportTicket } from '@/lib/call/query/routes/export-query';
import { CALL_ROUTES } from '@/lib/reference/routes/calls';
import { container } from '@/lib/server/boot/container';
import { handle } from '@/lib/server/http/handle';
import { refuseParameters } from '@/lib/server/http/refuse';

/** The place in line of the export that carries the same ticket. Asked often, it is none of the costly requests. */
export const GET = handle(CALL_ROUTES.getExportTurn, async ({ query, headers }) => {
  refuseParameters(query);
  const ticket = headers.get(EXPORT_TICKET_HEADER) ?? '';
  return { before: isExportTicket(ticket) ? container().exportTurns.before(ticket) : null };
});
