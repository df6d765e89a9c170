'use client';

import { useAudible } from '@/components/calls/drawer/player/player-context';
import { TEXT_LINK } from '@/components/reading/text-link';
import { momentsIn } from '@/lib/call/recording/moments';

/** A text whose times, `[1:23]`, play the call from there; just text where there is nothing to hear. */
export function MomentText({ text }: { text: string }) {
  const player = useAudible();
  if (!player) return text;
  return momentsIn(text).map(({ text: piece, second }, place) =>
    second === null ? (
      piece
    ) : (
      <button
        // Pieces of a text have nothing but their order.
        key={place}
        type="button"
        title="Play from here"
        aria-label={`Play from ${piece.slice(1, -1)}`}
        onClick={() => player.playback.playFrom(second)}
        className={TEXT_LINK}
      >
        {piece}
      </button>
    ),
  );
}
