'use client';

import { Bar, type BarShapeProps, Line, Rectangle } from 'recharts';
import { ChartFrame, pointAt } from '@/components/figures/charts/chart-frame';
import { Tip } from '@/components/figures/charts/chart-parts';
import { niceTicks } from '@/lib/format/ticks';
import type { SeriesBucket, SeriesLine } from './group-series';

type GroupSeriesChartProps = {
  title: string;
  buckets: readonly SeriesBucket[];
  lines: readonly SeriesLine[];
  stacked: boolean;
  write: (value: number) => string;
  /** How the marks of the axis are written. */
  scale: (marks: readonly number[]) => (value: number) => string;
  onOpen: (bucket: SeriesBucket) => void;
};

/** The groups on top of each other, or, where they do not add up, a line for each. */
export default function GroupSeriesChart(props: GroupSeriesChartProps) {
  const { title, buckets, lines, stacked, write, scale, onOpen } = props;
  const axis = axisOf(buckets, lines, stacked);
  return (
    <ChartFrame
      title={title}
      points={buckets}
      along={{ dataKey: 'tick' }}
      values={{ width: 72, ...axis, tickFormatter: scale(axis.ticks) }}
      tip={(bucket) => (
        <Tip
          title={bucket.label}
          lines={lines.map(({ id, short, color }) => {
            const value = bucket.values[id] ?? null;
            return { name: short, color, value: value === null ? 'not known' : write(value) };
          })}
          note={bucket.partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
        />
      )}
      onOpen={onOpen}
    >
      {lines.map(({ id, short, color }) =>
        stacked ? (
          <Bar
            key={id}
            dataKey={({ values }: SeriesBucket) => values[id] ?? 0}
            name={short}
            stackId="groups"
            fill={color}
            maxBarSize={48}
            isAnimationActive={false}
            shape={(bar: BarShapeProps) => (
              <Piece {...bar} partial={pointAt(buckets, bar.index)?.partial === true} />
            )}
          />
        ) : (
          <Line
            key={id}
            dataKey={({ values }: SeriesBucket) => values[id] ?? null}
            name={short}
            type="linear"
            stroke={color}
            strokeWidth={2}
            dot={{ r: 2, fill: color, stroke: color }}
            isAnimationActive={false}
          />
        ),
      )}
    </ChartFrame>
  );
}

/** Round marks, from zero or from what lies below it. */
function axisOf(
  buckets: readonly SeriesBucket[],
  lines: readonly SeriesLine[],
  stacked: boolean,
): { ticks: number[]; domain: [number, number] } {
  const heights = buckets.flatMap(({ values }) => {
    const known = lines.map(({ id }) => values[id] ?? 0);
    const sum = (sign: 1 | -1) =>
      known.filter((value) => value * sign > 0).reduce((all, value) => all + value, 0);
    return stacked ? [sum(1), sum(-1)] : known;
  });
  const ticks = niceTicks(Math.min(0, ...heights), Math.max(0, ...heights));
  return { ticks, domain: [ticks[0] ?? 0, ticks.at(-1) ?? 0] };
}

/** A bucket that is not whole is drawn lighter, within dashes. */
function Piece({ partial, x, y, width, height, fill }: BarShapeProps & { partial: boolean }) {
  const look = partial
    ? { fillOpacity: 0.35, stroke: fill, strokeDasharray: '3 2' }
    : { stroke: 'none' };
  return <Rectangle x={x} y={y} width={width} height={height} fill={fill} {...look} />;
}
