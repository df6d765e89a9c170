import { shortenedApart } from '@/lib/call/values/shorten-apart';
import type { GroupRow } from './group-rows';
import { BarPieces, scaleOf } from './row-bar';

const WIDTH = 960;
const LINE = 24;
const NAMES = 240;
const AMOUNTS = 110;
const LONGEST_NAME = 36;

type GroupBarsProps = { rows: readonly GroupRow[]; money: (amount: number) => string };

/** The bars of the table on their own, in its order: for a picture, which takes no table along. */
export function GroupBars({ rows, money }: GroupBarsProps) {
  const { low, high } = scaleOf(rows);
  const room = WIDTH - NAMES - AMOUNTS - 24;
  const at = (amount: number) => NAMES + 12 + ((amount - low) / (high - low || 1)) * room;
  const names = shortenedApart(
    rows.map(({ name }) => name),
    LONGEST_NAME,
  );
  return (
    <svg
      aria-hidden
      width={WIDTH}
      height={rows.length * LINE}
      viewBox={`0 0 ${WIDTH} ${rows.length * LINE}`}
      fontSize={12}
      className="print:h-auto print:max-w-full"
    >
      {rows.map((row, line) => (
        <g key={`${line} ${row.key}`} transform={`translate(0 ${line * LINE})`}>
          <text x={NAMES} y={16} textAnchor="end" fill="var(--muted)">
            {names[line]}
          </text>
          <BarPieces row={row} at={at} height={LINE} inset={4} money={money} />
          <text x={WIDTH} y={16} textAnchor="end" fill="var(--text)">
            {row.now === null ? 'no cost' : money(row.now)}
          </text>
        </g>
      ))}
    </svg>
  );
}
