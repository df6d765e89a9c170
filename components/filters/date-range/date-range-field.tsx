'use client';

import { CalendarDays, ChevronDown } from 'lucide-react';
import { usePathname } from 'next/navigation';
import { Suspense, useId } from 'react';
import { FILTER_LABELS } from '@/components/filters/facets/facets';
import { useTime } from '@/components/shell/context/time-context';
import { lazily } from '@/components/ui/lazily';
import { PopoverButton } from '@/components/ui/popover-button';
import { ALL_TIME } from '@/lib/call/query/ranges';
import { describeRange } from '@/lib/format/range';
import { isFigurePage, shownRange } from '@/lib/url/costs-range';
import { useAddress } from '@/lib/url/use-address';
import type { DateRange } from './date-range-draft';
import { PeriodArrows } from './period-arrows';

const DateRangePanel = lazily(() => import('./date-range-panel'));

/** The time that the calls are from, as a button that opens the presets, the calendar and the fields. */
export function DateRangeField() {
  const { address, filter } = useAddress();
  const { zone, now } = useTime();
  const id = useId();
  const path = usePathname();
  const range = shownRange(address, path);
  const choose = ({ from, to }: DateRange) =>
    filter({ from: from === ALL_TIME && !isFigurePage(path) ? null : from, to });
  return (
    <div>
      <span id={`${id}-label`} className="mb-1 block text-xs font-semibold text-muted">
        {FILTER_LABELS.from}
      </span>
      <div className="flex items-start gap-0.5">
        <PopoverButton
          label={FILTER_LABELS.from}
          aria-labelledby={`${id}-label`}
          aria-describedby={`${id}-value`}
          className="flex min-h-8 w-full min-w-0 items-center gap-2 rounded-md border border-control-line bg-canvas px-2.5 py-1 text-left text-sm text-text hover:bg-hover"
          popover={(close) => (
            <Suspense fallback={<div className="h-110 w-86 max-w-full sm:w-122" />}>
              <DateRangePanel
                key={`${range.from} ${range.to} ${zone}`}
                range={range}
                zone={zone}
                now={now}
                onChoose={(chosen) => {
                  choose(chosen);
                  close();
                }}
              />
            </Suspense>
          )}
        >
          <CalendarDays aria-hidden className="size-4 shrink-0 text-muted" />
          <span id={`${id}-value`} className="min-w-0 flex-1">
            {describeRange(range, zone, now)}
          </span>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-faint" />
        </PopoverButton>
        <PeriodArrows range={range} zone={zone} now={now} onChoose={choose} />
      </div>
    </div>
  );
}
