'use client';

import { useEffect, useEffectEvent } from 'react';
import { useAudible, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { isHeard } from '@/lib/call/recording/following';
import type { Turn } from '@/lib/call/transcript/turns';

/** Where a link names a turn, the recording waits at it, until somebody has gone elsewhere in it. */
export function useCue(turn: Turn | undefined) {
  const playback = useAudible()?.playback;
  const isLoaded = usePlaybackOf(playback, ({ line }) => line !== null);
  const cue = useEffectEvent(() => {
    if (!playback || playback.state.get().begun) return;
    if (turn && turn.start !== null && isHeard(turn)) playback.seek(turn.start);
  });
  const id = turn?.id;
  useEffect(() => {
    if (isLoaded && id !== undefined) cue();
  }, [isLoaded, id]);
}
