import { ALL_TIME } from '@/lib/call/query/ranges';
import type { Ends } from '@/lib/format/range';
import type { Address } from '@/lib/url/address';
import { resolveRange } from '@/lib/url/relative-range';

type AskedRange = Pick<Address, 'from' | 'to'>;

/** The instants that a range means now; what is not over lasts until now. */
export function endsNow(range: AskedRange, zone: string, now: number): Ends {
  if (isOpen(range)) return { from: null, to: null };
  const { from, to } = resolveRange(
    { from: range.from ?? undefined, to: range.to ?? undefined },
    zone,
    new Date(now),
  );
  return { from: from ?? null, to: to ?? new Date(now).toISOString() };
}

/** Whether it has neither a beginning nor an end: all that there is, whenever that was. */
export function isOpen({ from, to }: AskedRange): boolean {
  return (from === null || from === ALL_TIME) && to === null;
}
