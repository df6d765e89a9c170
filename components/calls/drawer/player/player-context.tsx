'use client';

import { useQuery } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { soundPath } from '@/lib/api/recordings';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { CallNote } from '@/lib/call/call';
import { silencesOf } from '@/lib/call/recording/silences';
import { type Turn, turnsOf } from '@/lib/call/transcript/turns';
import { useAddress } from '@/lib/url/use-address';
import { createPlayback } from './playback/playback';
import type { Playback, PlaybackState, Sound } from './playback/state';
import { usePlayerSettings } from './settings';
import { usePrefetchRecording } from './use-prefetch-recording';
import { REST_MS, type Recording, useRecording } from './use-recording';

export type Player = {
  callId: string;
  callType: string;
  notes: readonly CallNote[];
  recording: Recording;
  playback: Playback;
  /** What was said, once somebody listens or reads. */
  turns: readonly Turn[] | null;
};

const PlayerContext = createContext<Player | null>(null);

type PlayerProviderProps = {
  id: string;
  /** The call, once all of it is known. */
  whole: CallResponse | undefined;
  /** The call that is likely to be heard next. */
  nextId: string | null;
  children: ReactNode;
};

/** Holds the sound of the open call for everything in the drawer that shows or moves it. */
export function PlayerProvider({ id, whole, nextId, children }: PlayerProviderProps) {
  const audio = useRef<HTMLAudioElement>(null);
  const [playback] = useState(createPlayback);
  const recording = useRecording(id, whole);
  const begun = usePlaybackOf(playback, (state) => state.begun);
  const turns = useTurns(id, begun);
  useLayoutEffect(() => (audio.current ? playback.attach(audio.current) : undefined), [playback]);
  useSound(playback, id, recording, whole?.duration ?? null);
  useTuning(playback, recording, turns);
  usePrefetchRecording(recording.at === 'there' ? nextId : null);
  const { type: callType = '', notes } = whole ?? {};
  const player = useMemo(
    () => ({ callId: id, callType, notes: notes ?? [], recording, playback, turns }),
    [id, callType, notes, recording, playback, turns],
  );
  return (
    <PlayerContext value={player}>
      {children}
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript beside it is its text */}
      <audio ref={audio} preload="none" />
    </PlayerContext>
  );
}

/** The player of the open call; null outside of the drawer. */
export function usePlayer(): Player | null {
  return use(PlayerContext);
}

/** The player, while it has something to play. */
export function useAudible(): Player | null {
  const player = usePlayer();
  return player?.recording.at === 'there' ? player : null;
}

/** A single value of the playback, by whose change alone who asks is drawn anew; undefined without one. */
export function usePlaybackOf<T extends string | number | boolean | null>(
  playback: Playback,
  pick: (state: PlaybackState) => T,
): T;
export function usePlaybackOf<T extends string | number | boolean | null>(
  playback: Playback | undefined,
  pick: (state: PlaybackState) => T,
): T | undefined;
export function usePlaybackOf<T>(
  playback: Playback | undefined,
  pick: (state: PlaybackState) => T,
) {
  const picked = () => playback && pick(playback.state.get());
  return useSyncExternalStore(playback?.state.subscribe ?? never, picked, picked);
}

function never() {
  return () => {};
}

/** Loads what there is to hear of the open call, at the moment that the address names. */
function useSound(
  playback: Playback,
  id: string,
  recording: Recording,
  callSeconds: number | null,
) {
  const { t } = useAddress().address;
  const { playWhenOpened } = usePlayerSettings();
  const sessions = recording.at === 'there' ? recording.sessions : null;
  const isMeasured = sessions?.every(({ duration }) => duration !== null);
  const length = isMeasured ? null : callSeconds;
  const sound = useMemo<Sound | null>(
    () =>
      sessions && {
        callId: id,
        parts: sessions,
        callSeconds: length,
        srcOf: ({ session }) => soundPath(id, session),
      },
    [sessions, length, id],
  );
  const open = useEffectEvent((opened: Sound | null) => playback.load(opened, t));
  useEffect(() => open(sound), [sound]);
  // Before anybody has pressed anything the browser would not have it.
  const playsByItself = useEffectEvent(
    () => playWhenOpened && t === null && navigator.userActivation?.hasBeenActive,
  );
  // By the call alone: more may be known of its sound by then.
  const audible = sound?.callId;
  useEffect(() => {
    if (audible === undefined || !playsByItself()) return;
    // Whoever races past a call does not hear it, even where it was fetched ahead.
    const timer = setTimeout(playback.play, REST_MS);
    return () => clearTimeout(timer);
  }, [playback, audible]);
  useEffect(() => {
    if (t !== null) playback.seek(t);
  }, [playback, t]);
}

function useTurns(id: string, isListening: boolean): readonly Turn[] | null {
  const { data } = useQuery({ ...transcriptQueryOptions(id), enabled: isListening });
  return useMemo(() => (data ? turnsOf(data.messages) : null), [data]);
}

function useTuning(playback: Playback, recording: Recording, turns: Player['turns']) {
  const { speed, volume, skipSilences } = usePlayerSettings();
  useEffect(() => playback.tune({ speed, volume }), [playback, speed, volume]);
  const sessions = recording.at === 'there' ? recording.sessions : null;
  useEffect(() => {
    playback.skip(skipSilences && turns && sessions ? silencesOf(turns, sessions) : []);
  }, [playback, skipSilences, turns, sessions]);
}
