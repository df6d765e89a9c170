import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { formatMoment } from '@/lib/format/number';

/** How far it is, of how much, and whether it is waited for. */
export function PlayTime({ player: { playback } }: { player: Player }) {
  const second = usePlaybackOf(playback, (state) => Math.floor(state.second));
  const length = usePlaybackOf(playback, ({ line }) => line?.length ?? null);
  const waiting = usePlaybackOf(playback, (state) => state.waiting);
  return (
    <span className="ml-1.5 flex min-w-0 items-baseline gap-2 text-xs text-muted">
      <span className="whitespace-nowrap">
        <span className="text-text">{formatMoment(second)}</span>
        {length !== null && ` / ${formatMoment(length)}`}
      </span>
      <span role="status" className="truncate text-faint">
        {waiting && 'Buffering…'}
      </span>
    </span>
  );
}
