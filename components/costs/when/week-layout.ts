import { type RefObject, useLayoutEffect, useState } from 'react';
import { WEEKDAYS } from './week';

/** How the hours of a week lie: hours beside each other, or below each other where there is little room. */
export type WeekLayout = {
  isUpright: boolean;
  height: number;
  /** How far the arrow keys go, in hours of the week. */
  steps: Readonly<Record<string, number>>;
  /** Where an hour of a day lies: from the left in percent of the width, from the top in pixels. */
  boxOf: (weekday: number, hour: number) => { x: string; y: number; width: string; height: number };
  /** What stands at the upper and the left edge. */
  labels: readonly { key: string; text: string; x: string; y: number }[];
};

const TOP = 20;
const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** Labels keep their size, and cells are never too small for a finger: so the width is in percent. */
export function weekLayout(isUpright: boolean): WeekLayout {
  const [columns, rows] = isUpright ? [WEEKDAYS, HOURS] : [HOURS, WEEKDAYS];
  const width = 100 / (columns.length + 1);
  const height = isUpright ? 26 : 30;
  const x = (column: number) => `${(column + 1) * width}%`;
  return {
    isUpright,
    height: TOP + rows.length * height,
    steps: isUpright
      ? { ArrowRight: 24, ArrowLeft: -24, ArrowDown: 1, ArrowUp: -1 }
      : { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 24, ArrowUp: -24 },
    boxOf: (weekday, hour) => {
      const [column, row] = isUpright ? [weekday - 1, hour] : [hour, weekday - 1];
      return { x: x(column), y: TOP + row * height, width: `${width}%`, height };
    },
    labels: [
      ...columns.map((text, at) => ({ key: `top ${text}`, text, x: x(at), y: 13 })),
      ...rows.map((text, at) => ({
        key: `side ${text}`,
        text,
        x: '0',
        y: TOP + at * height + height / 2 + 4,
      })),
    ],
  };
}

/** In less than this the hours of a day have no room beside each other. */
const WIDE = 600;

/** Whether an element is too narrow for a day of hours; followed while it changes. */
export function useIsNarrow(element: RefObject<HTMLElement | null>): boolean {
  const [isNarrow, setIsNarrow] = useState(false);
  useLayoutEffect(() => {
    const box = element.current;
    if (!box) return;
    const measure = () => setIsNarrow(box.clientWidth < WIDE);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(box);
    return () => observer.disconnect();
  }, [element]);
  return isNarrow;
}
