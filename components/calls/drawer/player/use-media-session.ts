'use client';

import { useEffect } from 'react';
import type { Player } from './player-context';
import { STEP } from './use-player-keys';

/** The keys of keyboard, headphones and lock screen play, pause and move the call, too. */
export function useMediaSession(player: Player | null) {
  const playback = player?.playback;
  const type = player?.callType;
  useEffect(() => {
    const session = 'mediaSession' in navigator ? navigator.mediaSession : null;
    if (!session || !playback) return;
    session.metadata = new MediaMetadata({
      title: type ? `${type} call` : 'Call',
      artist: 'Callscope',
    });
    const answers: [MediaSessionAction, MediaSessionActionHandler][] = [
      ['play', playback.play],
      ['pause', playback.pause],
      ['stop', playback.pause],
      ['seekbackward', ({ seekOffset }) => playback.seekBy(-(seekOffset ?? STEP))],
      ['seekforward', ({ seekOffset }) => playback.seekBy(seekOffset ?? STEP)],
      ['seekto', ({ seekTime }) => seekTime !== undefined && playback.seek(seekTime)],
    ];
    for (const [action, answer] of answers) setHandler(session, action, answer);
    return () => {
      session.metadata = null;
      for (const [action] of answers) setHandler(session, action, null);
    };
  }, [playback, type]);
}

/** Browsers throw at an action that they do not know. */
function setHandler(
  session: MediaSession,
  action: MediaSessionAction,
  handler: MediaSessionActionHandler | null,
) {
  try {
    session.setActionHandler(action, handler);
  } catch {
    // What the browser does not offer, no key asks for.
  }
}
