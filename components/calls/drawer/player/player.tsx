'use client';

import { Controls } from './controls/controls';
import { Trouble } from './controls/trouble';
import { useAudible } from './player-context';
import { useMediaSession } from './use-media-session';
import { usePlayerKeys } from './use-player-keys';
import { Waveform } from './waveform/waveform';

/** The sound of the open call: where it is, what can be done with it, and what is wrong. Load it lazily. */
export default function Player() {
  const player = useAudible();
  usePlayerKeys(player?.playback ?? null);
  useMediaSession(player);
  if (!player) return null;
  return (
    <div className="flex min-h-21 flex-col gap-1 py-1.5">
      <Waveform player={player} />
      <Controls player={player} />
      <Trouble player={player} />
    </div>
  );
}
