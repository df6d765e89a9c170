'use client';

import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useAudible, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import type { TurnListHandle } from '@/components/calls/drawer/transcript/turns/turn-list';
import { heardTurn } from '@/lib/call/recording/following';
import type { Turn } from '@/lib/call/transcript/turns';

export type FollowedTranscript = {
  /** Index of the turn that is heard, -1 for none. */
  heard: number;
  /** The reader has gone elsewhere, and can be brought back. */
  isAway: boolean;
  follow: () => void;
  leave: () => void;
  /** Goes to a second of the call without starting to play. */
  seek: (second: number) => void;
  /** Plays from a second of the call; null where there is nothing to hear. */
  playFrom: ((second: number) => void) | null;
};

/** Keeps the turn that is heard in view, until the reader scrolls. */
export function useFollowing(
  turns: readonly Turn[],
  list: RefObject<TurnListHandle | null>,
): FollowedTranscript {
  const player = useAudible();
  const heard =
    usePlaybackOf(player?.playback, ({ begun, second }) =>
      begun ? heardTurn(turns, second) : -1,
    ) ?? -1;
  const [away, setAway] = useState(false);
  const keepInView = useEffectEvent((index: number) => {
    if (index >= 0 && !away) list.current?.reveal(index, 'turn');
  });
  useEffect(() => keepInView(heard), [heard]);
  return {
    heard,
    isAway: away && heard >= 0,
    follow: () => {
      setAway(false);
      list.current?.reveal(heard, 'turn');
    },
    leave: () => setAway(true),
    seek: (second) => player?.playback.seek(second),
    playFrom:
      player &&
      ((second) => {
        setAway(false);
        player.playback.playFrom(second);
      }),
  };
}
