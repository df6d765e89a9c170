'use client';

import {
  type KeyboardEvent,
  type PointerEventHandler,
  type ReactNode,
  type RefObject,
  useLayoutEffect,
  useRef,
} from 'react';
import { useActiveTooltipDataPoints } from 'recharts';

type ChartKeysProps<Point> = {
  onOpen: (point: Point) => void;
  /** The bars lie below each other. */
  vertical?: boolean;
  onPointerDownCapture?: PointerEventHandler;
  /** The chart; `watch` belongs into it. */
  children: (watch: ReactNode, active: RefObject<Point | undefined>) => ReactNode;
};

/** The keyboard in a chart: recharts moves from bar to bar, and Enter opens the one it has come to. */
export function ChartKeys<Point>(props: ChartKeysProps<Point>) {
  const { onOpen, vertical = false, onPointerDownCapture, children } = props;
  const active = useRef<Point | undefined>(undefined);
  return (
    <div
      role="presentation"
      onKeyDownCapture={byKey}
      onPointerDownCapture={onPointerDownCapture}
      className="h-full"
    >
      {children(<ActivePoint into={active} />, active)}
    </div>
  );

  function byKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const meant = vertical ? DOWNWARDS[event.key] : undefined;
    // What was translated comes by once more.
    if (meant !== undefined && event.nativeEvent.isTrusted) translate(event, meant);
    if (event.key !== 'Enter') return;
    event.preventDefault();
    event.stopPropagation();
    if (active.current !== undefined) onOpen(active.current);
  }
}

/** recharts knows two keys only, and counts bars that lie below each other from the bottom. */
const DOWNWARDS: Record<string, string> = {
  ArrowDown: 'ArrowLeft',
  ArrowRight: 'ArrowLeft',
  ArrowUp: 'ArrowRight',
  ArrowLeft: 'ArrowRight',
};

function translate(event: KeyboardEvent, key: string) {
  event.preventDefault();
  event.stopPropagation();
  event.target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
}

/** Notes which point the keyboard, or the pointer, is at. */
export function ActivePoint<Point>({ into }: { into: RefObject<Point | undefined> }) {
  const [point] = useActiveTooltipDataPoints<Point>() ?? [];
  useLayoutEffect(() => {
    into.current = point;
  }, [into, point]);
  return null;
}
