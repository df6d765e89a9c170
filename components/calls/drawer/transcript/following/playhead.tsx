'use client';

import { useAudible, usePlaybackOf } from '@/components/calls/drawer/player/player-context';

type PlayheadProps = {
  /** Where it stands while nobody listens: the beginning of the turn that was chosen. */
  turnStart: number | null;
  /** Seconds that the drawing stands for, and its own units. */
  length: number;
  width: number;
  height: number;
};

/** The line on a drawing of the call where it is heard, or read. */
export function Playhead({ turnStart, length, width, height }: PlayheadProps) {
  const playback = useAudible()?.playback;
  const heard = usePlaybackOf(playback, ({ begun, second }) => (begun ? second : null));
  const second = heard ?? turnStart;
  if (second === null) return null;
  const x = Math.min((second / length) * width, width - 3);
  return <rect x={x} width={3} height={height} className="fill-text" />;
}
