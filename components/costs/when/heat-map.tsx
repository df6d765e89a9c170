'use client';

import { type KeyboardEvent, useRef, useState } from 'react';
import { useTwoTaps } from '@/components/figures/charts/two-taps';
import { HeatCell } from './heat-cell';
import { cellName, type WeekCell } from './week';
import { useIsNarrow, weekLayout } from './week-layout';

type HeatMapProps = {
  cells: readonly WeekCell[];
  /** What a cell counts, in words. */
  describe: (cell: WeekCell) => string;
  colorOf: (cell: WeekCell) => string;
  hrefOf: (cell: WeekCell) => string | null;
};

/**
 * The hours of a week as a field of squares, darker where more happens. One of them is reached by Tab, the others
 * from there by the arrow keys.
 */
export function HeatMap({ cells, describe, colorOf, hrefOf }: HeatMapProps) {
  const [place, setPlace] = useState<number | null>(null);
  const [pointed, setPointed] = useState<number | null>(null);
  const box = useRef<HTMLElement>(null);
  const field = useRef<SVGSVGElement>(null);
  const taps = useTwoTaps<number>();
  const layout = weekLayout(useIsNarrow(box));
  const first = cells.findIndex(({ calls }) => calls > 0);
  const current = place !== null && (cells[place]?.calls ?? 0) > 0 ? place : first;
  const told = pointed === null ? undefined : cells[pointed];
  const linked = cells.some((cell) => hrefOf(cell) !== null);
  const nameOf = (cell: WeekCell) => `${cellName(cell)}: ${describe(cell)}`;
  return (
    <section
      ref={box}
      aria-label="Hours of the week"
      onPointerDownCapture={taps.onPointerDownCapture}
      onPointerLeave={() => setPointed(null)}
    >
      <svg ref={field} width="100%" height={layout.height} className="block text-2xs">
        <title>Hours of the week</title>
        {layout.labels.map(({ key, text, x, y }) => (
          <text key={key} x={x} y={y} className="fill-muted">
            {text}
          </text>
        ))}
        {cells.map((cell, at) => (
          <HeatCell
            key={cellName(cell)}
            place={at}
            box={layout.boxOf(cell.weekday, cell.hour)}
            name={nameOf(cell)}
            color={cell.calls === 0 ? null : colorOf(cell)}
            href={hrefOf(cell)}
            focusable={at === current}
            onFocus={() => setPlace(at)}
            onPoint={() => setPointed(at)}
            opens={() => taps.opens(at)}
            onKeyDown={walk}
          />
        ))}
      </svg>
      <p aria-hidden="true" className="mt-1 min-h-10 text-xs text-muted print:hidden md:min-h-5">
        {told && told.calls > 0 ? nameOf(told) : null}
        {linked && (told && told.calls > 0 ? <Again /> : <Hint />)}
      </p>
    </section>
  );

  /** The arrow keys pass over hours without calls. */
  function walk(event: KeyboardEvent) {
    const by = layout.steps[event.key];
    if (by === undefined) return;
    event.preventDefault();
    for (let at = current + by; at >= 0 && at < cells.length; at += by) {
      if ((cells[at]?.calls ?? 0) === 0) continue;
      field.current?.querySelector<SVGAElement>(`[data-cell="${at}"]`)?.focus();
      setPointed(at);
      return;
    }
  }
}

function Again() {
  return <span className="hidden pointer-coarse:inline"> Tap again to see these calls.</span>;
}

function Hint() {
  return (
    <>
      <span className="pointer-coarse:hidden">Each hour leads to its calls.</span>
      <span className="hidden pointer-coarse:inline">
        Tap an hour for its numbers, and once more for its calls.
      </span>
    </>
  );
}
