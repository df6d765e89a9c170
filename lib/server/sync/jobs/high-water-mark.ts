import { ceilingOf, toIso } from '@/lib/call/values/instant-bounds';
import type { ReadPage } from '@/lib/server/sync/reading/reading';

/** Notes the newest `created` of a page, but none in the future: the next look would begin there. */
export function highWaterMark(
  { calls }: Pick<ReadPage, 'calls'>,
  now: number,
  before: number | null,
): { high: string | null } {
  const times = calls.map(({ created }) => ceilingOf(created));
  const high = times.reduce(
    (a, b) => Math.max(a, Math.min(b, now)),
    before ?? Number.NEGATIVE_INFINITY,
  );
  return { high: high === Number.NEGATIVE_INFINITY ? null : toIso(high) };
}
