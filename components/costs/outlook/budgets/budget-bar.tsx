import clsx from 'clsx';
import type { BudgetProgress } from '@/lib/call/answers/outlook-responses';

/** What is spent, what is expected, and the marks; the words beside it say the same. */
export function BudgetBar({
  budget: { amount, to_date, forecast, marks },
}: {
  budget: BudgetProgress;
}) {
  const spent = Math.max(0, to_date.total ?? 0);
  const ahead = Math.max(spent, forecast?.total ?? 0);
  const whole = Math.max(amount, ahead);
  const place = (part: number) => `${(part / whole) * 100}%`;
  return (
    <svg aria-hidden="true" className="my-1.5 block h-3 w-full overflow-visible">
      <rect width="100%" y={3} height={6} rx={3} className="fill-neutral-soft" />
      <rect
        width={place(ahead)}
        y={3}
        height={6}
        rx={3}
        className="fill-accent"
        fillOpacity={0.3}
      />
      <rect
        width={place(spent)}
        y={3}
        height={6}
        rx={3}
        className={spent >= amount ? 'fill-bad' : 'fill-accent'}
      />
      {marks.map(({ mark, reached_on }) => (
        <line
          key={mark}
          x1={place((amount * mark) / 100)}
          x2={place((amount * mark) / 100)}
          y1={mark === 100 ? 0 : 2}
          y2={mark === 100 ? 12 : 10}
          strokeWidth={mark === 100 ? 2 : 1}
          className={clsx(reached_on ? 'stroke-text' : 'stroke-control-line')}
        />
      ))}
    </svg>
  );
}
