'use client';

import { Line } from 'recharts';
import { ChartFrame } from '@/components/figures/charts/chart-frame';
import { Tip } from '@/components/figures/charts/chart-parts';
import { formatCount } from '@/lib/format/number';
import { niceTicks } from '@/lib/format/ticks';
import type { FigureLine } from './statistics';
import type { ValuesPoint } from './values-points';

type ValuesChartProps = {
  title: string;
  points: readonly ValuesPoint[];
  lines: readonly FigureLine[];
  write: (value: number) => string;
  onOpen: (point: ValuesPoint) => void;
};

/** Figures of the numbers in each bucket; where there is none there is a gap. */
export default function ValuesChart({ title, points, lines, write, onOpen }: ValuesChartProps) {
  const known = points.flatMap((point) => lines.flatMap(({ key }) => point[key] ?? []));
  const ticks = niceTicks(Math.min(0, ...known), Math.max(0, ...known));
  return (
    <ChartFrame
      title={title}
      points={points}
      along={{ dataKey: 'tick' }}
      values={{
        width: 72,
        ticks,
        domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0],
        tickFormatter: write,
      }}
      tip={(point) => (
        <Tip
          title={point.label}
          lines={[
            ...lines.map(({ key, label, color }) => {
              const value = point[key];
              return { name: label, color, value: value === null ? 'not known' : write(value) };
            }),
            { name: 'Calls with a number', value: formatCount(point.filled) },
          ]}
          note={point.partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
        />
      )}
      onOpen={onOpen}
    >
      {lines.map(({ key, color, dash }) => (
        <Line
          key={key}
          dataKey={key}
          stroke={color}
          strokeDasharray={dash}
          dot={{ r: 2, fill: color }}
          type="linear"
          strokeWidth={2}
          isAnimationActive={false}
        />
      ))}
    </ChartFrame>
  );
}
