'use client';

import { type MouseEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { ActivePoint } from '@/components/figures/charts/chart-keys';

type DragRangeProps<Point> = {
  points: readonly Point[];
  /** In the order of the points. */
  onDrag: (first: Point, last: Point) => void;
  /** The chart; `watch` belongs into it. */
  children: (watch: ReactNode) => ReactNode;
};

/** Pixels from the left edge of the drawing. */
type Marked = { from: number; to: number };
/** A hand that clicks trembles. */
const TREMBLE = 6;

/** Chooses points by drawing the pointer over them; a finger scrolls instead, and the range has its own field. */
export function DragRange<Point extends { key: string }>({
  points,
  onDrag,
  children,
}: DragRangeProps<Point>) {
  const active = useRef<Point | undefined>(undefined);
  const first = useRef<{ point: Point; x: number } | null>(null);
  const dragged = useRef(false);
  const [marked, setMarked] = useState<Marked | null>(null);
  return (
    <div
      role="presentation"
      className="relative h-full touch-pan-y select-none"
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerLeave={stop}
      onClickCapture={afterDrag}
    >
      {children(<ActivePoint into={active} />)}
      {marked && <Mark {...marked} />}
    </div>
  );

  function begin(event: PointerEvent<HTMLElement>) {
    dragged.current = false;
    if (event.pointerType === 'touch' || event.button !== 0 || active.current === undefined) return;
    first.current = { point: active.current, x: placeOf(event) };
  }

  function move(event: PointerEvent<HTMLElement>) {
    if (!first.current) return;
    const [from, to] = [first.current.x, placeOf(event)];
    if (Math.abs(to - from) < TREMBLE && !dragged.current) return;
    dragged.current = true;
    setMarked({ from: Math.min(from, to), to: Math.max(from, to) });
  }

  function end() {
    const [begun, last] = [first.current?.point, active.current];
    const moved = dragged.current;
    stop();
    if (!moved || begun === undefined || last === undefined) return;
    // By their keys: the bars may have been made anew meanwhile.
    const place = ({ key }: Point) => points.findIndex((each) => each.key === key);
    const [a, b] = [place(begun), place(last)];
    if (a < 0 || b < 0) return;
    if (a <= b) onDrag(begun, last);
    else onDrag(last, begun);
  }

  function stop() {
    first.current = null;
    setMarked(null);
  }

  /** The click that ends a drag opens nothing. */
  function afterDrag(event: MouseEvent) {
    if (!dragged.current) return;
    dragged.current = false;
    event.stopPropagation();
  }
}

function placeOf({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  return clientX - currentTarget.getBoundingClientRect().left;
}

function Mark({ from, to }: Marked) {
  return (
    <svg aria-hidden="true" className="pointer-events-none absolute inset-0 size-full">
      <rect
        x={from}
        y={0}
        width={to - from}
        height="100%"
        fill="var(--accent)"
        fillOpacity={0.15}
      />
    </svg>
  );
}
