'use client';

import { type FormEvent, Suspense, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { lazily } from '@/components/ui/lazily';
import { type DateRange, draftOf, rangeOfDraft, withPickedDay } from './date-range-draft';
import { DateRangeFields } from './date-range-fields';
import { DateRangePresets } from './date-range-presets';

const DateRangeCalendar = lazily(() => import('./date-range-calendar'));

type DateRangePanelProps = {
  /** The range in force; give the panel another `key` when it changes. */
  range: DateRange;
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  onChoose: (range: DateRange) => void;
};

/** Presets that apply at once, and a range of one's own: picked in the calendar or typed, then applied. */
export default function DateRangePanel({ range, zone, now, onChoose }: DateRangePanelProps) {
  const [draft, setDraft] = useState(() => draftOf(range, zone, now));
  const problemId = useId();
  const outcome = rangeOfDraft(draft, zone, range);
  const problem = 'problem' in outcome ? outcome.problem : null;
  return (
    <div className="flex w-86 max-w-full flex-col sm:w-122 sm:flex-row">
      <DateRangePresets range={range} onChoose={onChoose} />
      <form onSubmit={apply} className="flex min-w-0 flex-1 flex-col gap-3 p-3">
        <Suspense fallback={<div className="h-67" />}>
          <DateRangeCalendar
            from={draft.from.date}
            to={draft.to.date}
            zone={zone}
            now={now}
            onPick={(day) => setDraft(withPickedDay(draft, day))}
          />
        </Suspense>
        <DateRangeFields
          draft={draft}
          onChange={setDraft}
          problemId={problem === null ? undefined : problemId}
        />
        <p id={problemId} role="alert" className="text-xs text-bad empty:hidden">
          {problem}
        </p>
        <div className="flex items-center justify-between gap-3">
          <p className="min-w-0 text-xs text-muted wrap-anywhere">Times in {zone}</p>
          <Button type="submit" kind="accent" disabled={!('range' in outcome)}>
            Apply
          </Button>
        </div>
      </form>
    </div>
  );

  /** The browser has refused half-typed dates by now, so an empty field is an open end that is meant. */
  function apply(event: FormEvent) {
    event.preventDefault();
    if ('range' in outcome) onChoose(outcome.range);
  }
}
