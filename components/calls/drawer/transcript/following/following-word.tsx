'use client';

import { useAudible, usePlaybackOf } from '@/components/calls/drawer/player/player-context';
import { followingOf } from '@/lib/call/recording/following';
import type { Turn } from '@/lib/call/transcript/turns';

const WORDS = {
  none: 'The recording plays without being followed here: these turns have no times.',
  approximate:
    'Following along is approximate: not every turn has a time and an end, or they do not fit the recording.',
};

/** Says how well the transcript can be followed while the recording plays, where that is not exactly. */
export function FollowingWord({ turns }: { turns: readonly Turn[] }) {
  const player = useAudible();
  const following = usePlaybackOf(player?.playback, ({ line }) =>
    followingOf(turns, line?.length ?? null),
  );
  if (following === undefined || following === 'exact') return null;
  return <p className="text-xs text-muted">{WORDS[following]}</p>;
}
