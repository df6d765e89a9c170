'use client';

import { useSyncExternalStore } from 'react';
import { onStoredText, storedText, storeText } from '@/components/shell/state/stored-text';

const KEY = 'callscope:pictures';

/** Whether pictures are light in the dark theme too, as slides and paper are. This browser remembers it. */
export function usePictureColors(): { light: boolean; setLight: (light: boolean) => void } {
  const light = useSyncExternalStore(onStoredText, isLight, () => true);
  return { light, setLight: (next) => storeText(KEY, next ? null : 'as the theme') };
}

function isLight(): boolean {
  return storedText(KEY) === null;
}
