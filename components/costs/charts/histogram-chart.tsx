'use client';

import { Bar } from 'recharts';
import type { CostBar } from '@/components/costs/cards/patterns';
import { formatCount } from '@/lib/format/number';
import { ChartFrame } from './chart-frame';
import { Tip } from './chart-parts';

type HistogramChartProps = {
  bars: readonly CostBar[];
  scale: (amount: number) => string;
  onOpen: (bar: CostBar) => void;
};

/** How many calls cost how much. */
export default function HistogramChart({ bars, scale, onOpen }: HistogramChartProps) {
  return (
    <ChartFrame
      title="Distribution"
      points={bars}
      along={{ dataKey: 'from', tickFormatter: scale }}
      values={{ width: 56, allowDecimals: false, tickFormatter: formatCount }}
      tip={({ label, count }) => (
        <Tip title={label} lines={[{ name: 'Calls', value: formatCount(count) }]} />
      )}
      onOpen={onOpen}
    >
      <Bar dataKey="count" fill="var(--accent)" isAnimationActive={false} />
    </ChartFrame>
  );
}
