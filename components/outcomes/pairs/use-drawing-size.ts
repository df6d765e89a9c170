import { type RefObject, useLayoutEffect, useState } from 'react';
import { usePaperSize } from '@/components/print/paper-size';

const UNKNOWN = { width: 640, height: 320 };
/** What stands below the drawing on screen. */
const WORDS = 24;

/** The size that a drawing has: as much as its place, or as paper and pictures give it. */
export function useDrawingSize(place: RefObject<HTMLElement | null>) {
  const paper = usePaperSize();
  const [size, setSize] = useState(UNKNOWN);
  useLayoutEffect(() => {
    const box = place.current;
    if (!box) return;
    const measure = () => setSize({ width: box.clientWidth, height: box.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [place]);
  return paper ? { width: paper.width, height: paper.height - WORDS } : size;
}
