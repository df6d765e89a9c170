'use client';

import { Line } from 'recharts';
import { ChartFrame } from '@/components/figures/charts/chart-frame';
import { Tip } from '@/components/figures/charts/chart-parts';
import { formatCount } from '@/lib/format/number';
import { niceTicks } from '@/lib/format/ticks';
import type { MeasurePoint } from './measure-points';
import { TYPICAL_LABELS, type Typical } from './shown-measure';

type MeasureChartProps = {
  title: string;
  points: readonly MeasurePoint[];
  typical: Typical;
  write: (of: Typical | 'p95', value: number | null) => string;
  onOpen: (point: MeasurePoint) => void;
};

const TYPICAL = 'var(--accent)';
const P95 = 'var(--muted)';

/** What is typical and the 95th percentile of a measure in each bucket; where nothing is known there is a gap. */
export default function MeasureChart(props: MeasureChartProps) {
  const { title, points, typical, write, onOpen } = props;
  const highest = Math.max(
    0,
    ...points.map((point) => Math.max(point[typical] ?? 0, point.p95 ?? 0)),
  );
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
        tickFormatter: (value: number) => write(typical, value),
      }}
      tip={({ label, p95, calls, partial, ...values }) => (
        <Tip
          title={label}
          lines={[
            {
              name: TYPICAL_LABELS[typical],
              value: write(typical, values[typical]),
              color: TYPICAL,
            },
            { name: 'p95', value: write('p95', p95), color: P95 },
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
      <Line dataKey={typical} stroke={TYPICAL} dot={{ r: 2, fill: TYPICAL }} {...LINE} />
    </ChartFrame>
  );
}

const LINE = { type: 'linear', strokeWidth: 2, isAnimationActive: false } as const;
