import * as z from 'zod';
import type { ConversationsResponse } from '@/lib/call/answers/conversations-responses';
import type { ConversationGroupBy } from '@/lib/call/query/routes/conversations-query';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import { groupedBy } from '@/lib/server/index/read/costs/breakdown/grouped';
import { REST } from '@/lib/server/index/read/costs/breakdown/slots';
import { SPREADS, spreadsRow, spreadsTold } from './spreads';

const LARGEST = 20;
const rankRow = z.object({ slot: z.number(), calls: z.number() });
const groupRow = spreadsRow.extend({ slot: z.number() });

/** The groups with most calls, and all others as one, which need not be. */
export async function readConversationGroups(
  reader: Reader,
  where: Sql,
  grouping: ConversationGroupBy,
): Promise<ConversationsResponse['groups']> {
  const grouped = await groupedBy(reader, grouping, [where], 'calls');
  const every = grouped.slots(null);
  const ranked = await reader.query(
    sql`SELECT ${every.slot} AS slot, count(*) AS calls FROM ${every.from} WHERE ${where}
        GROUP BY 1 HAVING ${every.slot} <> ${REST} ORDER BY calls DESC, slot LIMIT ${LARGEST}`,
    rankRow,
  );
  const shown = ranked.map(({ slot }) => slot);
  const slots = grouped.slots(shown);
  const rows = await reader.query(
    sql`SELECT ${slots.slot} AS slot, ${SPREADS} FROM ${slots.from} WHERE ${where} GROUP BY 1`,
    groupRow,
  );
  const names = await grouped.names(reader, shown);
  const bySlot = new Map(rows.map((row) => [row.slot, row]));
  const groups = shown.flatMap((slot) => {
    const row = bySlot.get(slot);
    const name = names.get(slot);
    const value = name?.value ?? NO_VALUE;
    return row ? [{ value, label: name?.label ?? value, ...spreadsTold(row) }] : [];
  });
  const told = withDistinctLabels(groups).map(({ value, ...group }) => ({ key: value, ...group }));
  const rest = slots.overlapping ? undefined : bySlot.get(REST);
  return rest ? [...told, { key: null, label: 'All others', ...spreadsTold(rest) }] : told;
}
