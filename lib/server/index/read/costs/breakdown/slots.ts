import type { Grouping } from '@/lib/call/query/routes/costs-query';
import { listed, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { PLACES } from '@/lib/server/index/read/conditions';

/** The filter that finds the calls of a group. */
export const GROUP_FILTERS = {
  use_case: 'use_cases',
  model: 'models',
  campaign: 'campaigns',
  status: 'statuses',
  type: 'type',
  agent: 'agents',
  language: 'languages',
  classification: 'classifications',
  tag: 'tags',
} as const satisfies Record<Exclude<Grouping, 'none'>, keyof typeof PLACES>;

/** Stands for all groups that have no slot of their own; codes begin at 0, which stands for none. */
export const REST = -1;

/** Calls with the slot that each is counted in; where groups overlap, a call comes once for each of its slots. */
export type Slots = { from: Sql; slot: Sql; kind: string; overlapping: boolean };

/** Every group has a slot of its own, or only `shown` have and the others share one. */
export function slotsOf(
  grouping: Exclude<Grouping, 'none'>,
  shown: readonly number[] | null,
): Slots {
  const place = PLACES[GROUP_FILTERS[grouping]];
  const slotted = (code: Sql) =>
    shown === null || shown.length === 0
      ? code
      : sql`CASE WHEN ${code} IN (${listed(shown)}) THEN ${code} ELSE ${raw(String(REST))} END`;
  if ('word' in place) {
    const slot = slotted(raw(place.column));
    return { from: raw('call'), slot, kind: place.word, overlapping: false };
  }
  // Calls without a single one belong to no member of any combination. One of several tags that share a slot counts once.
  const members = sql`SELECT DISTINCT set_code, ${slotted(raw('code'))} AS slot FROM set_member WHERE kind = ${place.list}
    UNION ALL SELECT 0, ${slotted(raw('0'))}`;
  return {
    from: sql`call JOIN (${members}) member ON member.set_code = ${raw(place.column)}`,
    slot: raw('member.slot'),
    kind: place.list,
    overlapping: true,
  };
}
