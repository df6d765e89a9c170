import type { PairWords } from './pair-marks';
import type { PairScale } from './pair-scale';

type PairsAxesProps = {
  scales: { x: PairScale; y: PairScale };
  words: PairWords;
  area: { left: number; top: number; width: number; height: number };
  binned: boolean;
};

/** Lines, numbers at both edges, and what those are of. */
export function PairsAxes({ scales, words, area, binned }: PairsAxesProps) {
  const { left, top, width, height } = area;
  const bottom = top + height;
  return (
    <g fill="var(--muted)" fontSize={11}>
      {scales.x.ticks.map(({ at, value }) => (
        <g key={value}>
          {!binned && (
            <line
              x1={left + at * width}
              x2={left + at * width}
              y1={top}
              y2={bottom}
              stroke="var(--line)"
            />
          )}
          <text
            x={left + at * width}
            y={bottom + 16}
            textAnchor={at === 0 ? 'start' : at === 1 ? 'end' : 'middle'}
          >
            {words.x.write(value)}
          </text>
        </g>
      ))}
      {scales.y.ticks.map(({ at, value }) => (
        <g key={value}>
          {!binned && (
            <line
              x1={left}
              x2={left + width}
              y1={bottom - at * height}
              y2={bottom - at * height}
              stroke="var(--line)"
            />
          )}
          <text x={left - 6} y={bottom - at * height + 4} textAnchor="end">
            {words.y.write(value)}
          </text>
        </g>
      ))}
      <text x={left + width} y={bottom + 34} textAnchor="end" fill="var(--text)">
        {words.x.label} →
      </text>
      <text x={0} y={11} fill="var(--text)">
        ↑ {words.y.label}
      </text>
    </g>
  );
}
