import { type Player, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { nameTurns } from '@/components/calls/drawer/transcript/turns/speaker';
import { heardTurn } from '@/lib/call/recording/following';
import { shortened } from '@/lib/call/values/shorten';
import { formatMoment } from '@/lib/format/number';

type SpotProps = {
  player: Player;
  length: number;
  /** The second under the pointer; null: where the sound is. */
  pointed: number | null;
};

/** Which moment the pointer or the keyboard is at, and what is heard there. */
export function Spot({ player, length, pointed }: SpotProps) {
  const heard = usePlaybackOf(player.playback, (state) => Math.floor(state.second));
  const second = pointed ?? heard;
  const words = heardWords(player, second);
  const along = `${Math.min(1, second / length) * 100}%`;
  return (
    <div
      aria-hidden
      // It leans to the other side as it goes along, so that it never hangs over an edge.
      style={{ left: along, translate: `-${along}` }}
      className="pointer-events-none absolute bottom-full z-10 mb-0.5 flex max-w-full gap-1.5 rounded border border-line-strong bg-raised px-1.5 py-0.5 text-xs shadow-md"
    >
      <span className="tabular-nums">{formatMoment(second)}</span>
      {words && <bdi className="truncate text-muted">{words}</bdi>}
    </div>
  );
}

const MOST_WORDS = 60;

/** Whose turn is heard at a moment, and how it begins; null where nobody knows. */
export function heardWords({ turns, callType }: Player, second: number): string | null {
  const turn = turns?.[heardTurn(turns, second)];
  if (!turn) return null;
  return `${nameTurns(callType)(turn)}: ${shortened(turn.words.text, MOST_WORDS)}`;
}
