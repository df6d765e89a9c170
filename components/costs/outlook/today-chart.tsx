'use client';

import { Area, Line } from 'recharts';
import { moneyAxis } from '@/components/costs/charts/money-axis';
import type { Money } from '@/components/costs/view/use-costs-view';
import { ChartFrame } from '@/components/figures/charts/chart-frame';
import { STRAIGHT, Tip, type TipLine } from '@/components/figures/charts/chart-parts';
import type { HourPoint } from './today-points';

type TodayChartProps = {
  points: readonly HourPoint[];
  money: Money;
  onOpen: (point: HourPoint) => void;
};

/** Today as a line in the band of what is usual. */
export default function TodayChart({ points, money, onOpen }: TodayChartProps) {
  const amounts = points.flatMap(({ total, range }) => [total ?? 0, ...(range ?? [])]);
  const extent = { min: Math.min(0, ...amounts), max: Math.max(0, ...amounts) };
  return (
    <ChartFrame
      title="Today"
      points={points}
      along={{ dataKey: 'label' }}
      values={{ width: 72, ...moneyAxis(extent, money) }}
      right={24}
      tip={(point) => <Tip title={`Until ${point.label}`} lines={linesOf(point, money)} />}
      onOpen={onOpen}
    >
      <Area
        dataKey="range"
        type="linear"
        stroke="var(--accent)"
        strokeOpacity={0.5}
        strokeDasharray="2 2"
        fill="var(--accent)"
        fillOpacity={0.15}
        isAnimationActive={false}
      />
      <Line dataKey="total" stroke="var(--text)" strokeWidth={2} {...STRAIGHT} />
    </ChartFrame>
  );
}

function linesOf({ total, band }: HourPoint, money: (amount: number) => string): TipLine[] {
  return [
    ...(total === null ? [] : [{ name: 'Today', value: money(total) }]),
    ...(band === null
      ? []
      : [{ name: 'Usually', value: `${money(band.low)} to ${money(band.high)}` }]),
  ];
}
