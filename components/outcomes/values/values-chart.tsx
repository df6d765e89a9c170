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
  /** Whether the period before is drawn as well. */
  compared: boolean;
  write: (value: number) => string;
  onOpen: (point: ValuesPoint) => void;
};

/** Figures of the numbers in each bucket, and one of the period before; where there is none there is a gap. */
export default function ValuesChart(props: ValuesChartProps) {
  const { title, points, lines, compared, write, onOpen } = props;
  const known = points.flatMap((point) => [
    ...lines.flatMap(({ key }) => point[key] ?? []),
    ...(point.beforeFigure === null ? [] : [point.beforeFigure]),
  ]);
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? 'not known' : write(value);
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
          title={point.current ? point.label : 'Only in the period before'}
          lines={[
            ...(point.current
              ? lines.map(({ key, label, color }) => ({
                  name: label,
                  color,
                  value: written(point[key]),
                }))
              : []),
            ...(point.current
              ? [{ name: 'Calls with a number', value: formatCount(point.current.filled) }]
              : []),
            ...(point.before
              ? [
                  {
                    name: `Before: ${point.beforeLabel}${point.before.partial ? ' (partial)' : ''}`,
                    value: written(point.beforeFigure),
                  },
                ]
              : []),
          ]}
          note={
            point.current?.partial ? 'Partial: cut off by the range, or not over yet.' : undefined
          }
        />
      )}
      onOpen={onOpen}
    >
      {compared && (
        <Line
          dataKey="beforeFigure"
          stroke="var(--text)"
          strokeDasharray="4 3"
          dot={{ r: 1.5, fill: 'var(--text)' }}
          type="linear"
          strokeWidth={1.5}
          isAnimationActive={false}
        />
      )}
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
