import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import type { GroupRow } from './group-rows';

/** From the lowest to the highest end of all bars. */
export type BarScale = { low: number; high: number };

/** A scale that every group fits on, and zero too. */
export function scaleOf(rows: readonly GroupRow[]): BarScale {
  const ends = rows.flatMap((row) => {
    const pieces = piecesOf(row);
    return pieces.flatMap(({ from, to }) => [from, to]);
  });
  return {
    low: Math.min(0, ...ends),
    high: Math.max(0, ...ends, ...rows.map(({ before }) => before ?? 0)),
  };
}

type Piece = { component: (typeof COST_COMPONENTS)[number]; from: number; to: number };

/** The components one after the other, those below zero to the other side. */
export function piecesOf(row: GroupRow): Piece[] {
  let [above, below] = [0, 0];
  if (row.now === null) return [];
  return COST_COMPONENTS.flatMap((component): Piece[] => {
    const amount = row[component];
    if (amount === 0) return [];
    const from = amount > 0 ? above : below;
    if (amount > 0) above += amount;
    else below += amount;
    return [{ component, from, to: from + amount }];
  });
}

type RowBarProps = { row: GroupRow; scale: BarScale; money: (amount: number) => string };

/** What a group costs, component by component, and a line where it was before. */
export function RowBar({ row, scale, money }: RowBarProps) {
  const width = scale.high - scale.low || 1;
  const at = (amount: number) => ((amount - scale.low) / width) * 100;
  return (
    <svg
      aria-hidden
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      className="h-3 w-14 @xl:w-28 @5xl:w-40"
    >
      <BarPieces row={row} at={at} height={12} inset={1} money={money} />
    </svg>
  );
}

type BarPiecesProps = {
  row: GroupRow;
  /** Where an amount lies, from the left. */
  at: (amount: number) => number;
  height: number;
  /** How much lower the pieces are than the line, above and below. */
  inset: number;
  money: (amount: number) => string;
};

/** The components of a group beside each other, and the line of the period before. */
export function BarPieces({ row, at, height, inset, money }: BarPiecesProps) {
  return (
    <>
      {piecesOf(row).map(({ component, from, to }) => (
        <rect
          key={component}
          x={at(Math.min(from, to))}
          width={Math.abs(at(to) - at(from))}
          y={inset}
          height={height - 2 * inset}
          fill={`var(--cost-${component})`}
        >
          <title>{`${COST_LABELS[component]} ${money(row[component])}`}</title>
        </rect>
      ))}
      {row.before !== null && (
        <line
          x1={at(row.before)}
          x2={at(row.before)}
          y1={0}
          y2={height}
          stroke="var(--text)"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      )}
    </>
  );
}
