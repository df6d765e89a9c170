'use client';

import { Line } from 'recharts';
import { ChartFrame } from '@/components/costs/charts/chart-frame';
import { Tip } from '@/components/costs/charts/chart-parts';
import { formatCount } from '@/lib/format/number';
import { niceTicks } from '@/lib/format/ticks';
import type { MeasurePoint } from './measure-points';

type MeasureChartProps = {
  title: string;
  points: readonly MeasurePoint[];
  write: (value: number) => string;
  onOpen: (point: MeasurePoint) => void;
};

const MEDIAN = 'var(--accent)';
const P95 = 'var(--muted)';

/** Median and 95th percentile of a measure in each bucket; where nothing is known there is a gap. */
export default function MeasureChart({ title, points, write, onOpen }: MeasureChartProps) {
  const highest = Math.max(0, ...points.map(({ median, p95 }) => Math.max(median ?? 0, p95 ?? 0)));
  const ticks = niceTicks(0, highest);
  return (
    <ChartFrame
      title={title}
      points={points}
      along={{ dataKey: 'tick' }}
      values={{
        width: 56,
        ticks,
        domain: [0, ticks.at(-1) ?? 0],
        tickFormatter: write,
      }}
      tip={({ label, median, p95, calls, partial }) => (
        <Tip
          title={label}
          lines={[
            { name: 'Median', value: told(median, write), color: MEDIAN },
            { name: 'p95', value: told(p95, write), color: P95 },
            { name: 'Calls measured', value: formatCount(calls) },
          ]}
          note={partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
        />
      )}
      onOpen={onOpen}
    >
      <Line
        dataKey="p95"
        stroke={P95}
        strokeDasharray="4 3"
        dot={{ r: 1.5, fill: P95 }}
        {...LINE}
      />
      <Line dataKey="median" stroke={MEDIAN} dot={{ r: 2, fill: MEDIAN }} {...LINE} />
    </ChartFrame>
  );
}

const LINE = { type: 'linear', strokeWidth: 2, isAnimationActive: false } as const;

function told(value: number | null, write: (value: number) => string): string {
  return value === null ? 'not known' : write(value);
}
