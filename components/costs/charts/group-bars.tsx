'use client';

import {
  Bar,
  BarChart,
  CartesianGrid,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
  type YAxisTickContentProps,
} from 'recharts';
import type { CostGroup } from '@/lib/call/answers/index-responses';
import { COST_COMPONENTS, COST_LABELS } from '@/lib/call/costs/costs';
import { shortened } from '@/lib/call/values/shorten';
import { formatCount } from '@/lib/format/number';
import { totalCost } from '../amounts';
import { ChartKeys, KEYS_HELP } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, pointAt, TICK, Tip } from './chart-parts';

export type NamedGroup = CostGroup & { name: string };

type GroupBarsProps = {
  name: string;
  groups: readonly NamedGroup[];
  money: (amount: number) => string;
  /** Amounts on the axis. */
  scale: (amount: number) => string;
  onOpen: (group: NamedGroup) => void;
};

/** One bar for each group, made of the components. */
export default function GroupBars({ name, groups, money, scale, onOpen }: GroupBarsProps) {
  return (
    <ChartKeys onOpen={onOpen} vertical>
      {(watch) => (
        <ResponsiveContainer width="100%" height="100%">
          <BarChart
            data={groups}
            layout="vertical"
            stackOffset="sign"
            margin={{ top: 0, right: 16, bottom: 0, left: 0 }}
            cursor="pointer"
            title={name}
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const group = pointAt(groups, activeTooltipIndex);
              if (group) onOpen(group);
            }}
          >
            {watch}
            <CartesianGrid horizontal={false} {...GRID} />
            <XAxis
              type="number"
              tick={TICK}
              axisLine={false}
              tickLine={false}
              tickFormatter={scale}
              tickCount={4}
              minTickGap={12}
            />
            <YAxis
              type="category"
              dataKey="name"
              width={132}
              interval={0}
              tick={GroupName}
              axisLine={AXIS_LINE}
              tickLine={false}
            />
            <Tooltip
              cursor={CURSOR}
              isAnimationActive={false}
              content={({ active, activeIndex }) => {
                const group = active ? pointAt(groups, activeIndex) : undefined;
                return group ? <GroupTip group={group} money={money} /> : null;
              }}
            />
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
          </BarChart>
        </ResponsiveContainer>
      )}
    </ChartKeys>
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

function GroupTip({ group, money }: { group: NamedGroup; money: (amount: number) => string }) {
  const total = totalCost(group);
  return (
    <Tip
      title={group.name}
      lines={[
        { name: 'Total', value: total === null ? 'no cost' : money(total) },
        ...(total === null
          ? []
          : COST_COMPONENTS.map((component) => ({
              name: COST_LABELS[component],
              value: money(group[component]),
              color: `var(--cost-${component})`,
            }))),
        { name: 'Calls', value: formatCount(group.calls) },
      ]}
    />
  );
}
