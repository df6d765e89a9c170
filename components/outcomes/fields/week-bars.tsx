import { formatPercent } from '@/components/outcomes/view/write';
import { rateOf } from '@/lib/call/outcomes/proportions';
import type { Field } from './links';

/** How often a field was filled in each week, from old to new; a week without calls has no bar. */
export function WeekBars({ weeks }: Pick<Field, 'weeks'>) {
  const told = weeks.map((week) => (week.calls === 0 ? 'no calls' : formatPercent(rateOf(week))));
  return (
    <span className="inline-flex h-6 items-end gap-0.5" title={told.join(' · ')}>
      <span className="sr-only">{told.join(', ')}</span>
      {weeks.map((week, at) => (
        <span
          // Weeks never change places.
          key={at}
          aria-hidden
          className={at === weeks.length - 1 ? 'w-1.5 bg-accent' : 'w-1.5 bg-line-strong'}
          style={{ height: week.calls === 0 ? 0 : `${Math.max(4, rateOf(week) * 100)}%` }}
        />
      ))}
    </span>
  );
}
