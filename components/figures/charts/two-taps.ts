import { type PointerEvent, useRef } from 'react';

/**
 * A finger cannot hover: its first tap on a thing shows the numbers of it, and the second one opens it. A mouse, a pen
 * or the keyboard opens at once.
 */
export function useTwoTaps<Thing>() {
  const byFinger = useRef(false);
  const tapped = useRef<Thing | undefined>(undefined);
  return {
    onPointerDownCapture: ({ pointerType }: PointerEvent) => {
      byFinger.current = pointerType === 'touch';
    },
    /** Whether the last press was a finger's. */
    byFinger: () => byFinger.current,
    /** Whether a press on this opens it. */
    opens: (thing: Thing): boolean => {
      const opens = !byFinger.current || tapped.current === thing;
      tapped.current = thing;
      return opens;
    },
  };
}
