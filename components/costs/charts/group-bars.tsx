'use client';

import { Bar, type YAxisTickContentProps } from 'recharts';
import type { Money } from '@/components/costs/use-costs-view';
import type { CostGroup } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS } from '@/lib/call/costs/costs';
import { shortened } from '@/lib/call/values/shorten';
import { ChartFrame } from './chart-frame';
import { sumLines, TICK, Tip } from './chart-parts';
import { moneyAxis, stackedExtent } from './money-axis';

export type NamedGroup = CostGroup & { name: string };

type GroupBarsProps = {
  name: string;
  groups: readonly NamedGroup[];
  money: Money;
  onOpen: (group: NamedGroup) => void;
};

/** One bar for each group, made of the components. */
export default function GroupBars({ name, groups, money, onOpen }: GroupBarsProps) {
  return (
    <ChartFrame
      title={name}
      points={groups}
      vertical
      along={{ dataKey: 'name', width: 132, interval: 0, tick: GroupName }}
      values={moneyAxis(stackedExtent(groups), money, 4)}
      right={16}
      tip={(group) => <Tip title={group.name} lines={sumLines(group, money)} />}
      onOpen={onOpen}
    >
      {COST_COMPONENTS.map((component) => (
        <Bar
          key={component}
          dataKey={component}
          stackId="cost"
          fill={`var(--cost-${component})`}
          maxBarSize={18}
          isAnimationActive={false}
        />
      ))}
    </ChartFrame>
  );
}

const LONGEST_NAME = 20;

/** On one line: names that wrap would run into each other. */
function GroupName({ x, y, payload }: YAxisTickContentProps) {
  return (
    <text x={x} y={y} dy="0.32em" textAnchor="end" fill={TICK.fill} fontSize={TICK.fontSize}>
      {shortened(String(payload.value), LONGEST_NAME)}
    </text>
  );
}
