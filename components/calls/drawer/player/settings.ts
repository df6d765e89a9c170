import { useMemo, useSyncExternalStore } from 'react';
import { onStoredText, storedText, storeText } from '@/components/shell/state/stored-text';

export const SPEEDS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.5] as const;

/** How somebody listens, kept in this browser. */
export type PlayerSettings = {
  /** One of {@link SPEEDS}. */
  speed: number;
  /** From 0 to 1. */
  volume: number;
  skipSilences: boolean;
  /** A call that is gone to is heard at once. */
  playWhenOpened: boolean;
};

const KEY = 'callscope.player';
const USUAL: PlayerSettings = {
  speed: 1,
  volume: 1,
  skipSilences: false,
  playWhenOpened: false,
};

export function usePlayerSettings(): PlayerSettings {
  const raw = useSyncExternalStore(
    onStoredText,
    () => storedText(KEY),
    () => null,
  );
  return useMemo(() => parseSettings(raw), [raw]);
}

export function changeSettings(change: Partial<PlayerSettings>): void {
  storeText(KEY, JSON.stringify({ ...parseSettings(storedText(KEY)), ...change }));
}

/** What was kept; whatever of it is no setting is as usual. */
export function parseSettings(raw: string | null): PlayerSettings {
  const { speed, volume, skipSilences, playWhenOpened } = readObject(raw);
  const isVolume = typeof volume === 'number' && volume >= 0 && volume <= 1;
  return {
    speed: SPEEDS.find((known) => known === speed) ?? USUAL.speed,
    volume: isVolume ? volume : USUAL.volume,
    skipSilences: skipSilences === true,
    playWhenOpened: playWhenOpened === true,
  };
}

function readObject(raw: string | null): Partial<Record<keyof PlayerSettings, unknown>> {
  try {
    const value: unknown = JSON.parse(raw ?? '{}');
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
