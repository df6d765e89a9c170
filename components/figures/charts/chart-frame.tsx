'use client';

import type { ComponentProps, ReactNode } from 'react';
import { CartesianGrid, ComposedChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { usePaperSize } from '@/components/print/paper-size';
import { ChartKeys } from './chart-keys';
import { AXIS_LINE, CURSOR, GRID, TICK } from './chart-parts';
import { KEYS_HELP } from './keys-help';
import { useTwoTaps } from './two-taps';

type Along = { dataKey: string };
type AxisX = ComponentProps<typeof XAxis>;
type AxisY = ComponentProps<typeof YAxis>;

/** The axis that the points stand along, and the one of their values. */
type Axes =
  | {
      /** The bars lie below each other. */
      vertical: true;
      along: Along & Pick<AxisY, 'width' | 'interval' | 'tick'>;
      values: Pick<AxisX, 'tickFormatter' | 'tickCount' | 'ticks' | 'domain' | 'allowDataOverflow'>;
    }
  | {
      vertical?: false;
      along: Along & Pick<AxisX, 'tickFormatter'>;
      values: Pick<
        AxisY,
        'tickFormatter' | 'width' | 'allowDecimals' | 'ticks' | 'domain' | 'allowDataOverflow'
      >;
      /** What stands between the points instead of below them; the axis is `edges` then, and counts in points. */
      edges?: readonly string[];
    };

type ChartFrameProps<Point> = Axes & {
  /** What it shows, for those who do not see it. */
  title: string;
  points: readonly Point[];
  /** Room at the upper and the right edge, in pixels. */
  top?: number;
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
  const { top = vertical ? 0 : 8 } = props;
  const paper = usePaperSize();
  const taps = useTwoTaps<Point>();
  return (
    <ChartKeys onOpen={onOpen} vertical={vertical} onPointerDownCapture={taps.onPointerDownCapture}>
      {(watch, active) => (
        <ResponsiveContainer width={paper?.width ?? '100%'} height={paper?.height ?? '100%'}>
          <ComposedChart
            data={points}
            layout={vertical ? 'vertical' : 'horizontal'}
            stackOffset="sign"
            margin={{ top, right, bottom: 0, left: 0 }}
            cursor="pointer"
            title={title}
            desc={KEYS_HELP}
            onClick={({ activeTooltipIndex }) => {
              const shown = pointAt(points, activeTooltipIndex);
              afterDrawing(() => {
                const pressed = active.current;
                if (pressed && (!taps.byFinger() || pressed === shown)) onOpen(pressed);
              });
            }}
          >
            {watch}
            <CartesianGrid vertical={vertical} horizontal={!vertical} {...GRID} />
            {axes(props, points.length)}
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

/**
 * A press is told with the point that was shown before it. Only once the drawing has followed is it known which one was
 * pressed, and whether its numbers had been seen.
 */
function afterDrawing(then: () => void) {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

const QUIET = { tick: TICK, tickLine: false } as const;

function axes(props: Axes, points: number) {
  const { vertical, along, values } = props;
  return vertical ? (
    <>
      <XAxis {...QUIET} axisLine={false} type="number" minTickGap={12} {...values} />
      <YAxis {...QUIET} axisLine={AXIS_LINE} type="category" {...along} />
    </>
  ) : (
    <>
      <XAxis
        {...QUIET}
        axisLine={AXIS_LINE}
        minTickGap={16}
        // A hidden axis would push the other one away by its height.
        {...(props.edges && { hide: true, height: 0 })}
        {...along}
      />
      {props.edges && edgesAxis(props.edges, points)}
      <YAxis {...QUIET} axisLine={false} {...values} />
    </>
  );
}

const NOTHING = () => 0;

/** Marks at the edges of the points, from the first one's to the last one's. */
function edgesAxis(edges: readonly string[], points: number) {
  return (
    <XAxis
      {...QUIET}
      xAxisId="edges"
      type="number"
      // Without a key of its own the axis would count the points instead.
      dataKey={NOTHING}
      domain={[0, points]}
      allowDataOverflow
      ticks={edges.map((_, at) => at)}
      tickFormatter={(at: number) => edges[at] ?? ''}
      axisLine={AXIS_LINE}
      minTickGap={12}
    />
  );
}

/** The point that recharts says is under the pointer. */
export function pointAt<T>(
  points: readonly T[],
  index: string | number | null | undefined,
): T | undefined {
  return index === null || index === undefined ? undefined : points[Number(index)];
}
