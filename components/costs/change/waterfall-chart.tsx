'use client';

import { Bar, type BarShapeProps, LabelList, Rectangle } from 'recharts';
import { ChartFrame, pointAt } from '@/components/figures/charts/chart-frame';
import { Tip } from '@/components/figures/charts/chart-parts';
import type { Stair } from './change-steps';
import { STAIR_COLORS } from './waterfall-colors';

type WaterfallChartProps = {
  stairs: readonly Stair[];
  /** Amounts on the axis. */
  scale: (amount: number) => string;
  /** The marks on it; it begins at the first. */
  ticks: readonly number[];
  /** What a stair adds, with its sign. */
  labelOf: (stair: Stair) => string;
  /** A period has calls, a step has groups. */
  onOpen: (stair: Stair) => void;
};

/** From the one period down, or up, to the other: each bar starts where the last one ended. */
export default function WaterfallChart(props: WaterfallChartProps) {
  const { stairs, scale, ticks, labelOf, onOpen } = props;
  const [floor = 0] = ticks;
  const points = stairs.map((stair) => ({ ...cutAt(stair, floor), label: labelOf(stair) }));
  return (
    <ChartFrame
      title="Why did it change"
      points={points}
      vertical
      along={{ dataKey: 'name', width: 132, interval: 0 }}
      values={{
        domain: [floor, ticks.at(-1) ?? 0],
        ticks: [...ticks],
        allowDataOverflow: true,
        tickFormatter: scale,
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
        shape={(bar: BarShapeProps) => (
          <StairBar {...bar} stair={pointAt(points, bar.index)} cut={floor > 0} />
        )}
      >
        <LabelList dataKey="label" position="right" fill="var(--text)" fontSize={11} />
      </Bar>
    </ChartFrame>
  );
}

/** A bar that is cut begins where the axis does. */
function cutAt(stair: Stair, floor: number): Stair {
  return stair.whole && floor > 0 ? { ...stair, span: [floor, stair.span[1]] } : stair;
}

type StairBarProps = BarShapeProps & { stair: Stair | undefined; cut: boolean };

function StairBar({ stair, cut, x, y, width, height }: StairBarProps) {
  if (!stair) return null;
  const fill = stair.whole
    ? STAIR_COLORS.whole
    : stair.micros >= 0
      ? STAIR_COLORS.more
      : STAIR_COLORS.less;
  return (
    <>
      <Rectangle x={x} y={y} width={width} height={height} fill={fill} stroke="none" />
      {stair.whole && cut && <CutMark x={Number(x)} y={Number(y)} height={Number(height)} />}
    </>
  );
}

/** A bar that does not begin at nothing is torn near its beginning. */
function CutMark({ x, y, height }: { x: number; y: number; height: number }) {
  const tear = (at: number) =>
    `M${at + 4} ${y - 2} L${at} ${y + height / 3} L${at + 4} ${y + (2 * height) / 3} L${at} ${y + height + 2}`;
  return <path d={tear(x + 12)} fill="none" stroke="var(--canvas)" strokeWidth={5} />;
}
