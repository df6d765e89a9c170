'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { neighbour } from '@/lib/call/costs/periods/neighbour';
import { isRelativeRange } from '@/lib/call/query/ranges';
import { describeRange } from '@/lib/format/range';
import { resolveRange } from '@/lib/url/relative-range';
import type { DateRange } from './date-range-draft';

type PeriodArrowsProps = {
  range: DateRange;
  zone: string;
  now: number;
  onChoose: (range: DateRange) => void;
};

/** One step back and forth in time, by the length of the range; none where it has no beginning. */
export function PeriodArrows(props: PeriodArrowsProps) {
  return (
    <>
      <Arrow {...props} name="Previous period" range={rangeBeside(props, 'before')} />
      <Arrow {...props} name="Next period" range={rangeBeside(props, 'after')} />
    </>
  );
}

type ArrowProps = Omit<PeriodArrowsProps, 'range'> & {
  name: 'Previous period' | 'Next period';
  range: DateRange | null;
};

function Arrow({ name, range, zone, now, onChoose }: ArrowProps) {
  const Icon = name === 'Previous period' ? ChevronLeft : ChevronRight;
  return (
    <button
      type="button"
      aria-label={name}
      title={range ? `${name}: ${describeRange(range, zone, now)}` : undefined}
      disabled={range === null}
      onClick={() => range && onChoose(range)}
      className="flex min-h-8 w-7 shrink-0 items-center justify-center rounded-md text-muted enabled:hover:bg-hover enabled:hover:text-text disabled:opacity-40"
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}

function rangeBeside(
  { range, zone, now }: PeriodArrowsProps,
  way: 'before' | 'after',
): DateRange | null {
  const { from, to } = resolveRange(
    { from: range.from ?? undefined, to: range.to ?? undefined },
    zone,
    new Date(now),
  );
  if (from === undefined) return null;
  const beside = neighbour(
    {
      from: Date.parse(from),
      to: to === undefined ? Math.max(now, Date.parse(from)) : Date.parse(to),
      zone,
      now,
      token: isRelativeRange(range.from) ? range.from : undefined,
    },
    way,
  );
  if (!beside) return null;
  if (beside.token) return { from: beside.token, to: null };
  return { from: new Date(beside.from).toISOString(), to: new Date(beside.to).toISOString() };
}
