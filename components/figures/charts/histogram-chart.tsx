'use client';

import { useId } from 'react';
import { Bar, type BarShapeProps, Rectangle, ReferenceLine } from 'recharts';
import type { CostBar } from '@/components/costs/distribution/cost-bars';
import { formatCount } from '@/lib/format/number';
import { ChartFrame, pointAt } from './chart-frame';
import { TICK, Tip } from './chart-parts';
import { Hatch } from './hatch';

/** A place among the bars, counted in bars, and what it is called. */
export type Mark = { place: number; label: string };

type HistogramChartProps = {
  title?: string;
  bars: readonly CostBar[];
  /** What stands at the edges: at the beginning of each bar, and at the end of the last one. */
  edges: readonly string[];
  marks: readonly Mark[];
  onOpen: (bar: CostBar) => void;
};

/** How many calls cost how much. The last bar is hatched where everything beyond is in it. */
export default function HistogramChart({
  title = 'Distribution',
  bars,
  edges,
  marks,
  onOpen,
}: HistogramChartProps) {
  const hatch = useId();
  return (
    <ChartFrame
      title={title}
      points={bars}
      along={{ dataKey: 'label' }}
      edges={edges}
      values={{ width: 56, allowDecimals: false, tickFormatter: formatCount }}
      top={30}
      right={28}
      tip={({ label, count }) => (
        <Tip title={label} lines={[{ name: 'Calls', value: formatCount(count) }]} />
      )}
      onOpen={onOpen}
    >
      <Hatch id={hatch} />
      <Bar
        dataKey="count"
        fill="var(--accent)"
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => {
          const isOpen = pointAt(bars, bar.index)?.kind === 'open';
          const { x, y, width, height } = bar;
          const fill = isOpen ? `url(#${hatch})` : 'var(--accent)';
          return (
            <Rectangle
              x={x}
              y={y}
              width={width}
              height={height}
              fill={fill}
              stroke={isOpen ? 'var(--accent)' : 'none'}
            />
          );
        }}
      />
      {marks.map(({ place, label }, at) => (
        <ReferenceLine
          key={label}
          xAxisId="edges"
          x={place}
          stroke="var(--text)"
          strokeDasharray="4 3"
          label={{
            value: label,
            position: 'top',
            // One above the other: they can stand close to each other.
            dy: -12 * at,
            fill: 'var(--text)',
            fontSize: TICK.fontSize,
          }}
        />
      ))}
    </ChartFrame>
  );
}
