import type { Interval } from '@/lib/call/query/routes/costs-query';
import { formatCount, plural } from '@/lib/format/number';
import { describeRange } from '@/lib/format/range';
import { type Bucket, edges, type Selection } from './brush';

const NAMED = 4;

/** When a stretch of buckets is, as the date range would say it. */
export function timeOf(first: Bucket, last: Bucket, zone: string, now: number): string {
  const to = new Date(Date.parse(last.end) - 1).toISOString();
  return describeRange({ from: first.start, to }, zone, now);
}

/** A selection in numbers: when, how many calls, and how they ended. */
export function selectionWords(
  buckets: readonly Bucket[],
  selection: Selection,
  zone: string,
  now: number,
): string {
  const [from, to] = edges(selection);
  const chosen = buckets.slice(from, to + 1);
  const [first, last] = [chosen[0], chosen.at(-1)];
  if (!first || !last) return '';
  const calls = chosen.reduce((sum, bucket) => sum + bucket.calls, 0);
  const when = timeOf(first, last, zone, now);
  const partial = chosen.some((bucket) => bucket.partial) ? ' (partial)' : '';
  const statuses = calls === 0 ? '' : ` · ${statusWords(chosen)}`;
  return `${when}${partial}: ${plural(calls, 'call')}${statuses}`;
}

function statusWords(buckets: readonly Bucket[]): string {
  const all = statusCounts(buckets);
  const rest = all.slice(NAMED).reduce((sum, [, count]) => sum + count, 0);
  const words = all.slice(0, NAMED).map(([status, count]) => `${status} ${formatCount(count)}`);
  if (rest > 0) words.push(`others ${formatCount(rest)}`);
  return words.join(', ');
}

/** The statuses of all buckets together, most frequent first. */
export function statusCounts(buckets: readonly Bucket[]): [status: string, count: number][] {
  const counts = new Map<string, number>();
  for (const { statuses } of buckets)
    for (const [status, count] of Object.entries(statuses))
      counts.set(status, (counts.get(status) ?? 0) + count);
  return [...counts].filter(([, count]) => count > 0).sort((a, b) => b[1] - a[1]);
}

/** What the strip shows, in a sentence. */
export function summaryOf(
  buckets: readonly Bucket[],
  interval: Interval,
  zone: string,
  now: number,
): string {
  const [first, last] = [buckets[0], buckets.at(-1)];
  const calls = buckets.reduce((sum, bucket) => sum + bucket.calls, 0);
  if (!first || !last || calls === 0) return 'No calls in this range';
  const peak = buckets.reduce((best, bucket) => (bucket.calls > best.calls ? bucket : best), first);
  const most =
    buckets.length > 1
      ? `; most: ${formatCount(peak.calls)}, ${timeOf(peak, peak, zone, now)}`
      : '';
  return `${plural(calls, 'call')} by ${interval}, ${timeOf(first, last, zone, now)}${most}`;
}
