import Link from 'next/link';
import type { KeyboardEvent } from 'react';
import type { WeekLayout } from './week-layout';

type HeatCellProps = {
  /** Which hour of the week it is. */
  place: number;
  box: ReturnType<WeekLayout['boxOf']>;
  name: string;
  /** Null: no calls. */
  color: string | null;
  /** Null where no link leads to exactly its calls. */
  href: string | null;
  focusable: boolean;
  onFocus: () => void;
  onPoint: () => void;
  /** Whether a press leads to the calls, or shows the numbers first. */
  opens: () => boolean;
  onKeyDown: (event: KeyboardEvent) => void;
};

/** One hour of the week, and the way to its calls. */
export function HeatCell(props: HeatCellProps) {
  const { place, box, name, color, href, focusable, onFocus, onPoint, opens, onKeyDown } = props;
  if (color === null)
    return <rect {...box} rx={3} strokeWidth={2} className="fill-surface stroke-canvas" />;
  const square = (
    <rect {...box} rx={3} strokeWidth={2} className="stroke-canvas" fill={color}>
      <title>{name}</title>
    </rect>
  );
  if (href === null) return <g onPointerEnter={onPoint}>{square}</g>;
  return (
    <Link
      href={href}
      prefetch={false}
      aria-label={name}
      tabIndex={focusable ? 0 : -1}
      data-cell={place}
      onFocus={onFocus}
      onPointerEnter={onPoint}
      onKeyDown={onKeyDown}
      onClick={(event) => {
        onPoint();
        if (!opens()) event.preventDefault();
      }}
    >
      {square}
    </Link>
  );
}
