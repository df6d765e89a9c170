import { knownCost } from '@/components/costs/view/amounts';
import { groupLabel } from '@/components/costs/view/view';
import type { BreakdownGroup, BreakdownResponse } from '@/lib/call/answers/breakdown-responses';
import { toMicros } from '@/lib/call/costs/costs';

/** A group with what it cost before and how that changed. */
export type GroupRow = BreakdownGroup & {
  name: string;
  /** Null: not known. */
  now: number | null;
  before: number | null;
  /** Null where one of the two is not known. */
  change: number | null;
  /** Of the cost before; null where there was none. */
  changeShare: number | null;
};

/**
 * The groups as the table and its bars have them: where periods are compared, by the size of the change, else by cost.
 * The others come last.
 */
export function groupRows({ groups, previous }: BreakdownResponse): GroupRow[] {
  const rows = groups.map(rowOf);
  const size = ({ now, change }: GroupRow) =>
    previous ? (change === null ? -1 : Math.abs(change)) : (now ?? -Infinity);
  return rows.sort((a, b) => Number(a.key === null) - Number(b.key === null) || size(b) - size(a));
}

function rowOf(group: BreakdownGroup): GroupRow {
  const now = knownCost(group);
  const before = group.previous && knownCost(group.previous);
  return { ...group, name: groupLabel(group), now, before, ...changeOf(now, before) };
}

/** By how much an amount changed, to the millionth. */
export function changeOf(
  now: number | null,
  before: number | null,
): Pick<GroupRow, 'change' | 'changeShare'> {
  if (now === null || before === null) return { change: null, changeShare: null };
  const change = (toMicros(now) - toMicros(before)) / 1_000_000;
  return { change, changeShare: before === 0 ? null : change / Math.abs(before) };
}

/** `+12.3%`, `−4.0%`, `0.0%`. */
export function signedShare(share: number): string {
  const text = `${(Math.abs(share) * 100).toFixed(1)}%`;
  return share === 0 ? text : `${share > 0 ? '+' : '−'}${text}`;
}
