import type { SyncResponse } from '@/lib/call/answers/index-responses';
import { formatCount } from '@/lib/format/number';
import { formatSpan } from './sync-words';

/** How much of the first reading is done, how fast it goes and how long it will take. */
export function SyncProgress({ progress }: { progress: NonNullable<SyncResponse['progress']> }) {
  const { done, total, rate, seconds_left: left } = progress;
  return (
    <div className="flex flex-col gap-1">
      <progress
        aria-label="Calls read"
        value={done}
        max={Math.max(1, total)}
        className="h-1.5 w-full appearance-none overflow-hidden rounded-full bg-neutral-soft [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-neutral-soft [&::-webkit-progress-value]:bg-accent"
      />
      <p className="flex flex-wrap justify-between gap-x-3 text-xs text-muted">
        <span>
          {formatCount(done)} of {formatCount(total)}
        </span>
        {rate !== null && <span>{formatCount(Math.round(rate))} a second</span>}
        {left !== null && <span>about {formatSpan(left)} left</span>}
      </p>
    </div>
  );
}
