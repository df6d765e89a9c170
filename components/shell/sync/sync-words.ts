import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount, plural } from '@/lib/format/number';

/** What the index is doing, in a few words: `12,993 calls, 14 s old`. */
export function syncSummary(
  sync: SyncResponse | undefined,
  isUnknown: boolean,
  now: number,
): string {
  if (sync === undefined) return isUnknown ? 'Index: not available' : 'Index';
  const known = `Index: ${plural(sync.indexed, 'call')}${isAway(sync) ? ', alone' : ''}`;
  if (sync.state === 'backfilling') return `${known}, ${percentage(sync) ?? 'reading'}`;
  const age = ageOf(sync.last_success, now);
  if (sync.state === 'error') return `${known}, ${age ?? 'never read'}, with an error`;
  const gap = sync.missing > 0 ? `, ${formatCount(sync.missing)} missing` : '';
  const unread =
    sync.rejected.count > 0 ? `, ${formatCount(sync.rejected.count)} not readable` : '';
  return age === null ? `${known}${gap}${unread}` : `${known}, ${age}${gap}${unread}`;
}

/** Whether the record that several instances share cannot be reached. */
export function isAway({ shared }: Pick<SyncResponse, 'shared'>): boolean {
  return shared?.record === 'away';
}

/** How much of everything is there, `46 %`; null until it is known how much that is. */
function percentage({ progress }: SyncResponse): string | null {
  if (progress === null || progress.total === 0) return null;
  return `${Math.floor((100 * progress.done) / progress.total)}%`;
}

const UNITS: readonly [string, number][] = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
];

/** `14 s old`; null for what never was. */
function ageOf(instant: string | null, now: number): string | null {
  return instant === null ? null : `${formatSpan((now - Date.parse(instant)) / 1000)} old`;
}

/** Seconds in the largest unit that fits, `14 s`, `3 min`. */
export function formatSpan(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const [unit, size] = UNITS.find(([, each]) => whole >= each) ?? ['s', 1];
  return `${Math.floor(whole / size)} ${unit}`;
}
