import * as z from 'zod';
import type { GroupBy } from '@/lib/call/query/costs-query';
import { isExtractedName } from '@/lib/call/query/extracted';
import { withDistinctLabels } from '@/lib/call/values/distinct-labels';
import { NO_VALUE } from '@/lib/call/values/terms';
import type { Reader } from '@/lib/server/index/engine/driver';
import { type Sql, sql } from '@/lib/server/index/engine/sql';
import { type Slots, slotsOf } from '@/lib/server/index/read/costs/breakdown/slots';
import { namesOf } from '@/lib/server/index/read/costs/groups';
import { extractedSlots } from './extracted-slots';

const LARGEST = 20;
const rankRow = z.object({ slot: z.number(), calls: z.number() });

/** The groups of a question: each call with the slot that it is counted in, and what those are called. */
export type GroupSlots = Pick<Slots, 'from' | 'slot' | 'overlapping'> & {
  /** In the order in which they are told; all others share `REST`. */
  shown: readonly { slot: number; key: string; label: string }[];
};

/** The groups with most calls in one of the periods, each given as the condition on its calls. */
export async function groupSlots(
  reader: Reader,
  grouping: Exclude<GroupBy, 'none'>,
  periods: readonly Sql[],
): Promise<GroupSlots> {
  if (isExtractedName(grouping)) return extractedSlots(reader, grouping.slice(2), periods, LARGEST);
  const every = slotsOf(grouping, null);
  const ranked = await Promise.all(
    periods.map((where) =>
      reader.query(
        sql`SELECT ${every.slot} AS slot, count(*) AS calls FROM ${every.from} WHERE ${where} GROUP BY 1`,
        rankRow,
      ),
    ),
  );
  const slots = largest(
    ranked.flat().map(({ slot, calls }) => ({ name: slot, calls })),
    LARGEST,
  );
  const names = await namesOf(reader, every.kind, slots);
  const named = slots.map((slot) => {
    const value = names.get(slot)?.value ?? NO_VALUE;
    return { slot, value, label: names.get(slot)?.label ?? value };
  });
  const { from, slot, overlapping } = slotsOf(grouping, slots);
  const shown = withDistinctLabels(named).map(({ value, ...each }) => ({ ...each, key: value }));
  return { from, slot, overlapping, shown };
}

/** The names with most calls in any of the periods, largest first. */
export function largest<Name extends string | number>(
  ranked: readonly { name: Name; calls: number }[],
  most: number,
): Name[] {
  const calls = new Map<Name, number>();
  for (const each of ranked) calls.set(each.name, Math.max(each.calls, calls.get(each.name) ?? 0));
  return [...calls]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([name]) => name);
}
