'use client';

import Link from 'next/link';
import { type KeyboardEvent, useRef, useState } from 'react';
import { cellName, WEEKDAYS, type WeekCell } from './patterns';

type HeatMapProps = {
  cells: readonly WeekCell[];
  /** What a cell counts, in words. */
  describe: (cell: WeekCell) => string;
  hrefOf: (cell: WeekCell) => string;
};

const CELL = { width: 40, height: 28 };
const LEFT = 40;
const TOP = 20;
const WIDTH = LEFT + 24 * CELL.width;
const HEIGHT = TOP + 7 * CELL.height;

/**
 * The hours of a week as a field of squares, darker where more happens. One of them is reached by Tab, the others
 * from there by the arrow keys.
 */
export function HeatMap({ cells, describe, hrefOf }: HeatMapProps) {
  const [place, setPlace] = useState<number | null>(null);
  const field = useRef<SVGSVGElement>(null);
  const first = cells.findIndex(({ calls }) => calls > 0);
  const current = place !== null && (cells[place]?.calls ?? 0) > 0 ? place : first;
  return (
    <section aria-label="Hours of the week" className="overflow-x-auto pb-1">
      <svg
        ref={field}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="block w-full min-w-[680px] text-[11px]"
      >
        <title>Hours of the week</title>
        {HOURS.map((hour) => (
          <text key={hour} x={LEFT + hour * CELL.width} y={12} className="fill-muted">
            {String(hour).padStart(2, '0')}
          </text>
        ))}
        {WEEKDAYS.map((day, row) => (
          <text key={day} x={0} y={TOP + row * CELL.height + 18} className="fill-muted">
            {day}
          </text>
        ))}
        {cells.map((cell, at) => (
          <Cell
            key={cellName(cell)}
            cell={cell}
            name={`${cellName(cell)}: ${describe(cell)}`}
            href={hrefOf(cell)}
            focusable={at === current}
            onFocus={() => setPlace(at)}
            onKeyDown={walk}
          />
        ))}
      </svg>
    </section>
  );

  /** The arrow keys pass over hours without calls. */
  function walk(event: KeyboardEvent) {
    const by = STEPS[event.key];
    if (by === undefined) return;
    event.preventDefault();
    for (let at = current + by; at >= 0 && at < cells.length; at += by) {
      if ((cells[at]?.calls ?? 0) === 0) continue;
      field.current?.querySelector<SVGAElement>(`[data-cell="${at}"]`)?.focus();
      return;
    }
  }
}

const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
const STEPS: Record<string, number> = {
  ArrowRight: 1,
  ArrowLeft: -1,
  ArrowDown: 24,
  ArrowUp: -24,
};

type CellProps = {
  cell: WeekCell;
  name: string;
  href: string;
  focusable: boolean;
  onFocus: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

function Cell({ cell, name, href, focusable, onFocus, onKeyDown }: CellProps) {
  const box = (
    <rect
      x={LEFT + cell.hour * CELL.width + 1}
      y={TOP + (cell.weekday - 1) * CELL.height + 1}
      width={CELL.width - 2}
      height={CELL.height - 2}
      rx={3}
      className={cell.calls === 0 ? 'fill-surface stroke-line' : 'fill-accent'}
      // Even the least of them is seen to be there.
      fillOpacity={cell.calls === 0 ? 1 : 0.12 + 0.88 * cell.weight}
    >
      <title>{name}</title>
    </rect>
  );
  if (cell.calls === 0) return box;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={name}
      tabIndex={focusable ? 0 : -1}
      data-cell={(cell.weekday - 1) * 24 + cell.hour}
      onFocus={onFocus}
      onKeyDown={onKeyDown}
    >
      {box}
    </Link>
  );
}
