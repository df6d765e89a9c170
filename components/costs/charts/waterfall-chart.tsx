'use client';

import { Bar, type BarShapeProps, LabelList, Rectangle } from 'recharts';
import type { Stair } from '@/components/costs/cards/change-steps';
import { ChartFrame, pointAt } from './chart-frame';
import { Tip } from './chart-parts';

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
export default function WaterfallChart(props: WaterfallChartProps) {
  const { stairs, scale, floor, labelOf, onOpen } = props;
  const points = stairs.map((stair) => ({ ...stair, label: labelOf(stair) }));
  return (
    <ChartFrame
      title="Why did it change"
      points={points}
      vertical
      along={{ dataKey: 'name', width: 108, interval: 0 }}
      values={{
        domain: [floor === 0 ? 'auto' : floor, 'auto'],
        allowDataOverflow: floor !== 0,
        tickFormatter: scale,
        tickCount: 5,
      }}
      right={88}
      tip={({ name, label, whole }) => (
        <Tip title={name} lines={[{ name: whole ? 'Cost' : 'Adds', value: label }]} />
      )}
      onOpen={onOpen}
    >
      <Bar
        dataKey="span"
        maxBarSize={18}
        isAnimationActive={false}
        shape={(bar: BarShapeProps) => <StairBar {...bar} stair={pointAt(points, bar.index)} />}
      >
        <LabelList dataKey="label" position="right" fill="var(--text)" fontSize={11} />
      </Bar>
    </ChartFrame>
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
