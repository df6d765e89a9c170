'use client';

import {
  Bar,
  type BarShapeProps,
  CartesianGrid,
  ComposedChart,
  Line,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { TimePoint } from '@/components/costs/cards/over-time-points';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { formatCount } from '@/lib/format/number';
import { totalCost } from '../amounts';
import { ChartKeys } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, pointAt, TICK, Tip } from './chart-parts';
import { KEYS_HELP } from './keys-help';

type OverTimeChartProps = {
  points: readonly TimePoint[];
  money: (amount: number) => string;
  /** Amounts on the axis. */
  scale: (amount: number) => string;
  compared: boolean;
  onOpen: (point: TimePoint) => void;
};

/** Bars of the components on top of each other, and the period before as a line. */
export default function OverTimeChart({
  points,
  money,
  scale,
  compared,
  onOpen,
}: OverTimeChartProps) {
  return (
    <ChartKeys onOpen={onOpen}>
      {(watch) => (
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={points}
            stackOffset="sign"
            margin={{ top: 8, right: 8, bottom: 0, left: 0 }}
            cursor="pointer"
            title="Cost over time"
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const point = pointAt(points, activeTooltipIndex);
              if (point) onOpen(point);
            }}
          >
            {watch}
            <CartesianGrid vertical={false} {...GRID} />
            <XAxis
              dataKey="tick"
              tick={TICK}
              axisLine={AXIS_LINE}
              tickLine={false}
              minTickGap={16}
            />
            <YAxis tick={TICK} axisLine={false} tickLine={false} width={72} tickFormatter={scale} />
            <Tooltip
              cursor={CURSOR}
              isAnimationActive={false}
              content={({ active, activeIndex }) => {
                const point = active ? pointAt(points, activeIndex) : undefined;
                return point ? <PointTip point={point} money={money} compared={compared} /> : null;
              }}
            />
            {COST_COMPONENTS.map((component) => (
              <Bar
                key={component}
                dataKey={component}
                stackId="cost"
                fill={`var(--cost-${component})`}
                maxBarSize={48}
                isAnimationActive={false}
                shape={(props: BarShapeProps) => (
                  <Piece {...props} partial={pointAt(points, props.index)?.partial === true} />
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
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </ChartKeys>
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
  const amount = (value: number | null) => (value === null ? 'no cost' : money(value));
  const total = totalCost(point);
  return (
    <Tip
      title={point.label}
      lines={[
        { name: 'Total', value: amount(total) },
        ...(total === null
          ? []
          : COST_COMPONENTS.map((component) => ({
              name: COST_LABELS[component],
              value: money(point[component]),
              color: `var(--cost-${component})`,
            }))),
        { name: 'Calls', value: formatCount(point.calls) },
        ...(compared && point.before
          ? [{ name: 'Period before', value: amount(totalCost(point.before)) }]
          : []),
      ]}
      note={point.partial ? 'Partial: cut off by the range, or not over yet.' : undefined}
    />
  );
}
