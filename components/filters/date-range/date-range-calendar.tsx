'use client';

import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { type ChevronProps, DayPicker } from 'react-day-picker';
import { wallClockOf } from '@/lib/url/local-time';

type DateRangeCalendarProps = {
  /** The chosen days, `YYYY-MM-DD`; empty where an end is open. */
  from: string;
  to: string;
  /** Decides which day is today. */
  zone: string;
  /** Milliseconds since the epoch. */
  now: number;
  onPick: (day: string) => void;
};

/**
 * One month of days. A day is a date and no instant, so the calendar reckons in UTC, where every day has its
 * midnight; the zone's clocks come in when dates and times become a range. Load it lazily: it is heavy.
 */
export default function DateRangeCalendar({ from, to, zone, now, onPick }: DateRangeCalendarProps) {
  const today = wallClockOf(new Date(now).toISOString(), zone, 'start')?.date ?? '';
  const [month, setMonth] = useMonth(to || from || today);
  const [first, last] = shownDays(from, to, today);
  return (
    <DayPicker
      mode="range"
      timeZone="UTC"
      weekStartsOn={1}
      fixedWeeks
      showOutsideDays
      navLayout="around"
      today={midnight(today)}
      month={month}
      onMonthChange={setMonth}
      selected={{ from: midnight(first), to: midnight(last) }}
      onSelect={(_range, day) => onPick(dateOf(day))}
      classNames={CLASS_NAMES}
      components={{ Chevron }}
    />
  );
}

/** The month on show: turned by hand, and to the date that was typed. */
function useMonth(date: string) {
  const [shown, setShown] = useState({ month: midnight(date), date });
  if (shown.date !== date) setShown({ month: midnight(date) ?? shown.month, date });
  return [shown.month, (month: Date) => setShown({ month, date })] as const;
}

/** Days to mark: an open end reaches to today, where that is the later day. */
function shownDays(from: string, to: string, today: string): [string, string] {
  if (from === '') return [to, to];
  if (to !== '') return from <= to ? [from, to] : [from, from];
  return [from, from <= today ? today : from];
}

function midnight(date: string): Date | undefined {
  return date === '' ? undefined : new Date(`${date}T00:00:00Z`);
}

function dateOf(day: Date): string {
  return new Date(day.getTime()).toISOString().slice(0, 10);
}

function Chevron({ orientation, className }: ChevronProps) {
  const Icon = orientation === 'left' ? ChevronLeft : ChevronRight;
  return <Icon aria-hidden className={className} />;
}

const TURN_MONTH =
  'absolute top-0 flex size-8 items-center justify-center rounded-md text-muted hover:bg-hover hover:text-text';

const CLASS_NAMES = {
  root: 'text-sm',
  months: '',
  month: 'relative',
  month_caption: 'flex h-8 items-center justify-center',
  caption_label: 'text-sm font-semibold',
  button_previous: `${TURN_MONTH} left-0`,
  button_next: `${TURN_MONTH} right-0`,
  chevron: 'size-4',
  month_grid: 'mt-1 w-full table-fixed border-collapse',
  weekdays: '',
  weekday: 'h-7 text-center text-xs font-normal text-muted',
  weeks: '',
  week: '',
  day: 'group p-0 py-px text-center',
  day_button:
    'h-8 w-full rounded hover:bg-hover group-data-selected:rounded-none group-data-selected:bg-selected',
  outside: 'text-faint',
  today: 'font-semibold text-accent',
  range_start: '[&>button]:rounded-l! [&>button]:bg-accent! [&>button]:text-on-accent',
  range_end: '[&>button]:rounded-r! [&>button]:bg-accent! [&>button]:text-on-accent',
  range_middle: '',
  selected: '',
  focused: '',
  hidden: 'invisible',
  disabled: '',
};
