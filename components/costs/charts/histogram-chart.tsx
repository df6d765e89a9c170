'use client';

import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { CostBar } from '@/components/costs/cards/patterns';
import { formatCount } from '@/lib/format/number';
import { ChartKeys } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, pointAt, TICK, Tip } from './chart-parts';
import { KEYS_HELP } from './keys-help';

type HistogramChartProps = {
  bars: readonly CostBar[];
  scale: (amount: number) => string;
  onOpen: (bar: CostBar) => void;
};

/** How many calls cost how much. */
export default function HistogramChart({ bars, scale, onOpen }: HistogramChartProps) {
  return (
    <ChartKeys onOpen={onOpen}>
      {(watch) => (
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={bars}
            barCategoryGap={1}
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            cursor="pointer"
            title="Distribution"
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const bar = pointAt(bars, activeTooltipIndex);
              if (bar) onOpen(bar);
            }}
          >
            {watch}
            <CartesianGrid vertical={false} {...GRID} />
            <XAxis
              dataKey="from"
              tick={TICK}
              axisLine={AXIS_LINE}
              tickLine={false}
              tickFormatter={scale}
              minTickGap={16}
            />
            <YAxis
              tick={TICK}
              axisLine={false}
              tickLine={false}
              width={56}
              allowDecimals={false}
              tickFormatter={formatCount}
            />
            <Tooltip
              cursor={CURSOR}
              isAnimationActive={false}
              content={({ active, activeIndex }) => {
                const bar = active ? pointAt(bars, activeIndex) : undefined;
                if (!bar) return null;
                return (
                  <Tip
                    title={bar.label}
                    lines={[{ name: 'Calls', value: formatCount(bar.count) }]}
                  />
                );
              }}
            />
            <Bar dataKey="count" fill="var(--accent)" isAnimationActive={false} />
          </BarChart>
        </ResponsiveContainer>
      )}
    </ChartKeys>
  );
}
