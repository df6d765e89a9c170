'use client';

import { type RefObject, useEffect, useEffectEvent } from 'react';

const KEYS = ['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End'];

/** Calls back when somebody scrolls a region by wheel, finger, key or scrollbar; what the page itself moves is none. */
export function useReaderScroll(region: RefObject<HTMLElement | null>, onScroll: () => void) {
  const scrolled = useEffectEvent(onScroll);
  useEffect(() => {
    const box = region.current;
    if (!box) return;
    const byHand = () => scrolled();
    const byKey = ({ key, target }: KeyboardEvent) => {
      if (target === box && KEYS.includes(key)) scrolled();
    };
    const byBar = ({ target, offsetX }: PointerEvent) => {
      if (target === box && offsetX > box.clientWidth) scrolled();
    };
    box.addEventListener('wheel', byHand, { passive: true });
    box.addEventListener('touchmove', byHand, { passive: true });
    box.addEventListener('keydown', byKey);
    box.addEventListener('pointerdown', byBar);
    return () => {
      box.removeEventListener('wheel', byHand);
      box.removeEventListener('touchmove', byHand);
      box.removeEventListener('keydown', byKey);
      box.removeEventListener('pointerdown', byBar);
    };
  }, [region]);
}
