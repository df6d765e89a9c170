'use client';

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { PaperProvider } from '@/components/print/paper-size';

/** Pixels between the margins of a sheet of A4 or Letter, at the size that text is read in. */
export const PAPER_WIDTH = 700;

type DrawingPlaceProps = {
  /** Pixels; null: as wide as there is room on screen. */
  width: number | null;
  className: string;
  children: ReactNode;
};

/** Where a drawing is. It follows the width of the screen; paper comes too fast for that and has a width of its own. */
export function DrawingPlace({ width, className, children }: DrawingPlaceProps) {
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(
    () => setHeight(width === null ? 0 : (place.current?.clientHeight ?? 0)),
    [width],
  );
  return (
    <div ref={place} className={className}>
      <PaperProvider value={width !== null && height > 0 ? { width, height } : null}>
        {children}
      </PaperProvider>
    </div>
  );
}
