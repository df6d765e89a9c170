import * as z from 'zod';
import type { GroupBy } from '@/lib/call/query/routes/costs-query';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import { groupedBy } from '@/lib/server/index/read/costs/breakdown/grouped';
import { REST, type Slots } from '@/lib/server/index/read/costs/breakdown/slots';

const LARGEST = 20;
const rankRow = z.object({ slot: z.number(), calls: z.number() });

type Told = { slot: number; key: string | null; label: string };

/** The groups of a question: each call with the slot that it is counted in, and what those are called. */
export type GroupSlots = Pick<Slots, 'from' | 'slot' | 'overlapping'> & {
  /** In the order in which they are told; all others are last and share `REST`. */
  shown: readonly Told[];
};

/** The groups with most calls in one of the periods, each given as the condition on its calls. */
export async function groupSlots(
  reader: Reader,
  grouping: Exclude<GroupBy, 'none'>,
  periods: readonly Sql[],
): Promise<GroupSlots> {
  const grouped = await groupedBy(reader, grouping, periods, 'calls');
  const every = grouped.slots(null);
  const ranked = await Promise.all(
    periods.map((where) =>
      reader.query(
        sql`SELECT ${every.slot} AS slot, count(*) AS calls FROM ${every.from} WHERE ${where} GROUP BY 1`,
        rankRow,
      ),
    ),
  );
  const most = new Map<number, number>();
  for (const { slot, calls } of ranked.flat()) most.set(slot, Math.max(calls, most.get(slot) ?? 0));
  const slots = [...most]
    .filter(([slot]) => slot !== REST)
    .sort(([a, x], [b, y]) => y - x || a - b)
    .slice(0, LARGEST)
    .map(([slot]) => slot);
  const names = await grouped.names(reader, slots);
  const named = slots.map((slot) => {
    const value = names.get(slot)?.value ?? NO_VALUE;
    return { slot, value, label: names.get(slot)?.label ?? value };
  });
  const { from, slot, overlapping } = grouped.slots(slots);
  const told = withDistinctLabels(named).map(
    ({ value, ...each }): Told => ({ ...each, key: value }),
  );
  const hasRest = most.size > slots.length;
  const rest: Told[] = hasRest ? [{ slot: REST, key: null, label: 'All others' }] : [];
  return { from, slot, overlapping, shown: [...told, ...rest] };
}
