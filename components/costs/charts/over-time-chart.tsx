'use client';

import { Bar, type BarShapeProps, Line, Rectangle } from 'recharts';
import { totalCost } from '@/components/costs/amounts';
import type { TimePoint } from '@/components/costs/cards/over-time-points';
import type { Money } from '@/components/costs/use-costs-view';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { ChartFrame, pointAt } from './chart-frame';
import { sumLines, Tip } from './chart-parts';
import { moneyAxis, stackedExtent } from './money-axis';

type OverTimeChartProps = {
  points: readonly TimePoint[];
  money: Money;
  compared: boolean;
  onOpen: (point: TimePoint) => void;
};

/** Bars of the components on top of each other, and the period before as a line. */
export default function OverTimeChart(props: OverTimeChartProps) {
  const { points, money, compared, onOpen } = props;
  const beside = compared ? points.map(({ beforeTotal }) => beforeTotal) : [];
  return (
    <ChartFrame
      title="Cost over time"
      points={points}
      along={{ dataKey: 'tick' }}
      values={{ width: 72, ...moneyAxis(stackedExtent(points, beside), money) }}
      tip={(point) => <PointTip point={point} money={money} compared={compared} />}
      onOpen={onOpen}
    >
      {COST_COMPONENTS.map((component) => (
        <Bar
          key={component}
          dataKey={component}
          stackId="cost"
          fill={`var(--cost-${component})`}
          maxBarSize={48}
          isAnimationActive={false}
          shape={(bar: BarShapeProps) => (
            <Piece {...bar} partial={pointAt(points, bar.index)?.partial === true} />
          )}
        />
      ))}
      {compared && (
        <Line
          dataKey="beforeTotal"
          type="linear"
          stroke="var(--text)"
          strokeWidth={1.5}
          strokeDasharray="4 3"
          dot={false}
          isAnimationActive={false}
        />
      )}
    </ChartFrame>
  );
}

/** A bucket that is not whole is drawn lighter, within dashes. */
function Piece({ partial, x, y, width, height, fill }: BarShapeProps & { partial: boolean }) {
  const look = partial
    ? { fillOpacity: 0.35, stroke: fill, strokeDasharray: '3 2' }
    : { stroke: 'none' };
  return <Rectangle x={x} y={y} width={width} height={height} fill={fill} {...look} />;
}

type PointTipProps = Pick<OverTimeChartProps, 'money' | 'compared'> & { point: TimePoint };

function PointTip({ point, money, compared }: PointTipProps) {
  const before = compared && point.before ? totalCost(point.before) : undefined;
  const lines = sumLines(point, money);
  if (before !== undefined)
    lines.push({ name: 'Period before', value: before === null ? 'no cost' : money(before) });
  return (
    <Tip
      title={point.label}
      lines={lines}
      note={point.partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
    />
  );
}
