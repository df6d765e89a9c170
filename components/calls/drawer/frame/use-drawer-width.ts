'use client';

import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { usePage } from '@/components/shell/context/page-context';
import { BESIDE_WIDTH, LIST_BESIDE } from './use-screen-from';

/** The bounds of `drawerWidth` among the preferences, in pixels. */
const MIN = 360;
const MAX = 1600;
/** What is left of the window at least: navigation, filters and some of the list, or below that a strip to press. */
const LEFT = 632;
const STRIP = 64;

export type DrawerWidth = {
  /** Pixels, within bounds. */
  width: number;
  min: number;
  max: number;
  /** Shows a width while the pointer holds the edge; null takes it back. */
  preview: (width: number | null) => void;
  /** Sets a width and remembers it. */
  keep: (width: number) => void;
};

/**
 * The width of the drawer on a wide screen, as the person left it. It is set from script on `frame`; on a narrow
 * screen (`wide` is false) the style sheet alone decides.
 */
export function useDrawerWidth(frame: RefObject<HTMLElement | null>, wide: boolean): DrawerWidth {
  const { preferences, setPreferences } = usePage();
  const [previewed, setPreviewed] = useState<number | null>(null);
  const screen = useSyncExternalStore(onResize, screenWidth, () => MAX);
  const max = Math.max(MIN, Math.min(MAX, screen - (screen >= BESIDE_WIDTH ? LEFT : STRIP)));
  const bounded = (width: number) => Math.round(Math.min(max, Math.max(MIN, width)));
  const width = bounded(previewed ?? preferences.drawerWidth);

  useLayoutEffect(() => {
    if (!wide) return;
    const box = frame.current;
    const list = document.getElementById(LIST_BESIDE);
    if (box) box.style.width = `${width}px`;
    // The list makes room, so that nothing of it is out of reach below the drawer.
    list?.style.setProperty('--drawer-width', `${width}px`);
    return () => {
      if (box) box.style.width = '';
      list?.style.removeProperty('--drawer-width');
    };
  }, [frame, wide, width]);

  return {
    width,
    min: MIN,
    max,
    preview: setPreviewed,
    keep: (chosen) => {
      setPreviewed(null);
      setPreferences({ drawerWidth: bounded(chosen) });
    },
  };
}

/** The window's and not the document's: that one would be laid out anew to be asked, and neither of them scrolls. */
function screenWidth(): number {
  return window.innerWidth;
}

function onResize(notify: () => void) {
  window.addEventListener('resize', notify);
  return () => window.removeEventListener('resize', notify);
}
