'use client';

import { ErrorBar, Line, ReferenceLine } from 'recharts';
import { moneyAxis } from '@/components/costs/charts/money-axis';
import type { Money } from '@/components/costs/view/use-costs-view';
import { ChartFrame } from '@/components/figures/charts/chart-frame';
import { STRAIGHT, TICK, Tip, type TipLine } from '@/components/figures/charts/chart-parts';
import { formatCount } from '@/lib/format/number';
import type { MonthPoint } from './month-points';

type MonthChartProps = {
  points: readonly MonthPoint[];
  /** The budget of the calls that are drawn. */
  budget: number | null;
  money: Money;
  onOpen: (point: MonthPoint) => void;
};

/** What the month came to day by day, and what it should come to. */
export default function MonthChart({ points, budget, money, onOpen }: MonthChartProps) {
  return (
    <ChartFrame
      title="This month"
      points={points}
      along={{ dataKey: 'tick' }}
      values={{ width: 72, ...moneyAxis(extentOf(points, budget), money) }}
      right={16}
      tip={(point) => <Tip title={point.label} lines={linesOf(point, money)} />}
      onOpen={onOpen}
    >
      {budget !== null && (
        <ReferenceLine
          y={budget}
          stroke="var(--bad)"
          strokeDasharray="2 3"
          label={{ value: 'Budget', position: 'insideBottomLeft', ...TICK }}
        />
      )}
      <Line
        dataKey="ahead"
        stroke="var(--accent)"
        strokeWidth={1.5}
        strokeDasharray="4 3"
        {...STRAIGHT}
      >
        <ErrorBar dataKey="reach" width={5} stroke="var(--accent)" strokeWidth={1.5} />
      </Line>
      <Line dataKey="known" stroke="var(--text)" strokeWidth={2} {...STRAIGHT} />
    </ChartFrame>
  );
}

/** The forecast's range and the budget have room, too. */
function extentOf(points: readonly MonthPoint[], budget: number | null) {
  const amounts = points.flatMap(({ known, ahead, reach }) => [
    known ?? 0,
    (ahead ?? 0) + (reach?.[1] ?? 0),
  ]);
  return { min: Math.min(0, ...amounts), max: Math.max(0, budget ?? 0, ...amounts) };
}

function linesOf(point: MonthPoint, money: (amount: number) => string): TipLine[] {
  const amount = (name: string, value: number | null): TipLine[] =>
    value === null ? [] : [{ name, value: money(value) }];
  return [
    ...amount('Month to date', point.known),
    ...amount('Forecast', point.ahead),
    ...amount('This day', point.total),
    ...amount('Still expected', point.expected),
    ...(point.calls === null ? [] : [{ name: 'Calls', value: formatCount(point.calls) }]),
  ];
}
