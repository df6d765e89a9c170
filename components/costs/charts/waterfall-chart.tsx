'use client';

import {
  Bar,
  BarChart,
  type BarShapeProps,
  CartesianGrid,
  LabelList,
  Rectangle,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import type { Stair } from '@/components/costs/cards/change-steps';
import { ChartKeys } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, pointAt, TICK, Tip } from './chart-parts';
import { KEYS_HELP } from './keys-help';

const STAIR_COLORS = {
  whole: 'var(--cost-other)',
  more: 'var(--cost-transcriber)',
  less: 'var(--cost-voip)',
} as const;

type WaterfallChartProps = {
  stairs: readonly Stair[];
  /** Amounts on the axis. */
  scale: (amount: number) => string;
  /** Where the axis begins. */
  floor: number;
  /** What a stair adds, with its sign. */
  labelOf: (stair: Stair) => string;
  /** Only whole periods have calls of their own. */
  onOpen: (stair: Stair) => void;
};

/** From the one period down, or up, to the other: each bar starts where the last one ended. */
export default function WaterfallChart({
  stairs,
  scale,
  floor,
  labelOf,
  onOpen,
}: WaterfallChartProps) {
  const points = stairs.map((stair) => ({ ...stair, label: labelOf(stair) }));
  return (
    <ChartKeys onOpen={onOpen} vertical>
      {(watch) => (
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={points}
            layout="vertical"
            margin={{ top: 0, right: 88, bottom: 0, left: 0 }}
            title="Why did it change"
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const stair = pointAt(points, activeTooltipIndex);
              if (stair) onOpen(stair);
            }}
          >
            {watch}
            <CartesianGrid horizontal={false} {...GRID} />
            <XAxis
              type="number"
              domain={[floor === 0 ? 'auto' : floor, 'auto']}
              allowDataOverflow={floor !== 0}
              tick={TICK}
              axisLine={false}
              tickLine={false}
              tickFormatter={scale}
              tickCount={5}
              minTickGap={12}
            />
            <YAxis
              type="category"
              dataKey="name"
              width={108}
              interval={0}
              tick={TICK}
              axisLine={AXIS_LINE}
              tickLine={false}
            />
            <Tooltip
              cursor={CURSOR}
              isAnimationActive={false}
              content={({ active, activeIndex }) => {
                const stair = active ? pointAt(points, activeIndex) : undefined;
                if (!stair) return null;
                const name = stair.whole ? 'Cost' : 'Adds';
                return <Tip title={stair.name} lines={[{ name, value: stair.label }]} />;
              }}
            />
            <Bar
              dataKey="span"
              maxBarSize={18}
              isAnimationActive={false}
              shape={(props: BarShapeProps) => (
                <StairBar {...props} stair={pointAt(points, props.index)} />
              )}
            >
              <LabelList dataKey="label" position="right" fill="var(--text)" fontSize={11} />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      )}
    </ChartKeys>
  );
}

function StairBar({ stair, x, y, width, height }: BarShapeProps & { stair: Stair | undefined }) {
  if (!stair) return null;
  const fill = stair.whole
    ? STAIR_COLORS.whole
    : stair.micros >= 0
      ? STAIR_COLORS.more
      : STAIR_COLORS.less;
  return <Rectangle x={x} y={y} width={width} height={height} fill={fill} stroke="none" />;
}
