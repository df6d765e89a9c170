'use client';

import { Bar, type BarShapeProps, Line, Rectangle } from 'recharts';
import type { TimePoint } from '@/components/costs/over-time/over-time-points';
import { totalCost } from '@/components/costs/view/amounts';
import type { Money } from '@/components/costs/view/use-costs-view';
import { ChartFrame, pointAt } from '@/components/figures/charts/chart-frame';
import { sumLines, Tip } from '@/components/figures/charts/chart-parts';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { DragRange } from './drag-range';
import { moneyAxis, stackedExtent } from './money-axis';

type OverTimeChartProps = {
  points: readonly TimePoint[];
  money: Money;
  compared: boolean;
  onOpen: (point: TimePoint) => void;
  /** The pointer was drawn over the bars from one to another. */
  onNarrow: (first: TimePoint, last: TimePoint) => void;
};

/** Bars of the components on top of each other, and the period before as a line. */
export default function OverTimeChart(props: OverTimeChartProps) {
  const { points, money, compared, onOpen, onNarrow } = props;
  const bars = points.flatMap(({ current }) => current ?? []);
  const beside = compared ? points.map(({ before }) => before && totalCost(before)) : [];
  return (
    <DragRange points={points} onDrag={onNarrow}>
      {(watch) => (
        <ChartFrame
          title="Cost over time"
          points={points}
          along={{ dataKey: 'tick' }}
          values={{ width: 72, ...moneyAxis(stackedExtent(bars, beside), money) }}
          tip={(point) => <PointTip point={point} money={money} />}
          onOpen={onOpen}
        >
          {watch}
          {COST_COMPONENTS.map((component) => (
            <Bar
              key={component}
              dataKey={component}
              stackId="cost"
              fill={`var(--cost-${component})`}
              maxBarSize={48}
              isAnimationActive={false}
              shape={(bar: BarShapeProps) => (
                <Piece {...bar} partial={pointAt(points, bar.index)?.current?.partial === true} />
              )}
            />
          ))}
          {compared && (
            <Line
              dataKey="beforeCut"
              strokeOpacity={0.35}
              dot={<EndDot points={points} />}
              {...LINE}
            />
          )}
          {compared && <Line dataKey="beforeWhole" dot={<EndDot points={points} />} {...LINE} />}
        </ChartFrame>
      )}
    </DragRange>
  );
}

const LINE = {
  type: 'linear',
  stroke: 'var(--text)',
  strokeWidth: 1.5,
  strokeDasharray: '4 3',
  isAnimationActive: false,
} as const;

type EndDotProps = { points: readonly TimePoint[]; cx?: number; cy?: number; index?: number };

/** A bucket between two that the line does not lead to would not be seen without a dot. */
function EndDot({ points, cx, cy, index = 0 }: EndDotProps) {
  const isAlone = ![index - 1, index + 1].some((at) => points[at]?.before);
  if (!isAlone || !points[index]?.before || cx === undefined || cy === undefined) return null;
  return <circle cx={cx} cy={cy} r={2.5} fill="var(--text)" />;
}

/** A bucket that is not whole is drawn lighter, within dashes. */
function Piece({ partial, x, y, width, height, fill }: BarShapeProps & { partial: boolean }) {
  const look = partial
    ? { fillOpacity: 0.35, stroke: fill, strokeDasharray: '3 2' }
    : { stroke: 'none' };
  return <Rectangle x={x} y={y} width={width} height={height} fill={fill} {...look} />;
}

type PointTipProps = Pick<OverTimeChartProps, 'money'> & { point: TimePoint };

function PointTip({ point, money }: PointTipProps) {
  const { current, before, beforeLabel, label } = point;
  const lines = current ? sumLines(current, money) : [];
  if (before) {
    const total = totalCost(before);
    lines.push({
      name: `Before: ${beforeLabel}${before.partial ? ' (partial)' : ''}`,
      value: total === null ? 'no cost' : money(total),
    });
  }
  return (
    <Tip
      title={current ? label : 'Only in the period before'}
      lines={lines}
      note={current?.partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
    />
  );
}
