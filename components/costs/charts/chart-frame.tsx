'use client';

import type { ComponentProps, ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { usePaperSize } from '@/components/print/paper-size';
import { ChartKeys } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, TICK } from './chart-parts';
import { KEYS_HELP } from './keys-help';

type Along = { dataKey: string };
type AxisX = ComponentProps<typeof XAxis>;
type AxisY = ComponentProps<typeof YAxis>;

/** The axis that the points stand along, and the one of their values. */
type Axes =
  | {
      /** The bars lie below each other. */
      vertical: true;
      along: Along & Pick<AxisY, 'width' | 'interval' | 'tick'>;
      values: Pick<AxisX, 'tickFormatter' | 'tickCount' | 'domain' | 'allowDataOverflow'>;
    }
  | {
      vertical?: false;
      along: Along & Pick<AxisX, 'tickFormatter'>;
      values: Pick<AxisY, 'tickFormatter' | 'width' | 'allowDecimals'>;
    };

type ChartFrameProps<Point> = Axes & {
  /** What it shows, for those who do not see it. */
  title: string;
  points: readonly Point[];
  /** Room at the right edge, in pixels. */
  right?: number;
  /** What hovers beside the point that the pointer or the keyboard is at. */
  tip: (point: Point) => ReactNode;
  onOpen: (point: Point) => void;
  /** The bars and lines. */
  children: ReactNode;
};

/** Axes, grid, tip, pointer and keyboard, the same in every chart; a click or Enter opens what is there. */
export function ChartFrame<Point>(props: ChartFrameProps<Point>) {
  const { title, points, vertical = false, right = 8, tip, onOpen } = props;
  const paper = usePaperSize();
  return (
    <ChartKeys onOpen={onOpen} vertical={vertical}>
      {(watch) => (
        <ResponsiveContainer width={paper?.width ?? '100%'} height={paper?.height ?? '100%'}>
          <ComposedChart
            data={points}
            layout={vertical ? 'vertical' : 'horizontal'}
            stackOffset="sign"
            margin={{ top: vertical ? 0 : 8, right, bottom: 0, left: 0 }}
            cursor="pointer"
            title={title}
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const point = pointAt(points, activeTooltipIndex);
              if (point) onOpen(point);
            }}
          >
            {watch}
            <CartesianGrid vertical={vertical} horizontal={!vertical} {...GRID} />
            {axes(props)}
            <Tooltip
              cursor={CURSOR}
              isAnimationActive={false}
              content={({ active, activeIndex }) => {
                const point = active ? pointAt(points, activeIndex) : undefined;
                return point ? tip(point) : null;
              }}
            />
            {props.children}
          </ComposedChart>
        </ResponsiveContainer>
      )}
    </ChartKeys>
  );
}

const QUIET = { tick: TICK, tickLine: false } as const;

function axes({ vertical, along, values }: Axes) {
  return vertical ? (
    <>
      <XAxis {...QUIET} axisLine={false} type="number" minTickGap={12} {...values} />
      <YAxis {...QUIET} axisLine={AXIS_LINE} type="category" {...along} />
    </>
  ) : (
    <>
      <XAxis {...QUIET} axisLine={AXIS_LINE} minTickGap={16} {...along} />
      <YAxis {...QUIET} axisLine={false} {...values} />
    </>
  );
}

/** The point that recharts says is under the pointer. */
export function pointAt<T>(
  points: readonly T[],
  index: string | number | null | undefined,
): T | undefined {
  return index === null || index === undefined ? undefined : points[Number(index)];
}
