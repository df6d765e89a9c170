'use client';

import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { useTwoTaps } from '@/components/figures/charts/two-taps';
import type { OutcomePairsResponse } from '@/lib/call/answers/outcomes-responses';
import { nearest, type PairMark, type PairWords } from './pair-marks';
import { pairScales } from './pair-scale';
import { PairsAxes } from './pairs-axes';
import { PairsMarks } from './pairs-marks';
import { useDrawingSize } from './use-drawing-size';

type PairsDrawingProps = {
  title: string;
  data: OutcomePairsResponse;
  marks: readonly PairMark[];
  words: PairWords;
};

const LEFT = 76;
const TOP = 20;
const BOTTOM = 40;
const RIGHT = 12;
/** In less than this there is room for fewer marks at the axis. */
const NARROW = 560;
/** Farther than this from a point a pointer means none. */
const REACH = 24;

/**
 * Points by their numbers, or cells, darker where more calls are. Tab reaches the drawing, the arrow keys go from mark
 * to mark, and Enter or a click opens the calls of one.
 */
export default function PairsDrawing({ title, data, marks, words }: PairsDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const { width, height } = useDrawingSize(box);
  const [current, setCurrent] = useState<number | null>(null);
  const router = useRouter();
  const taps = useTwoTaps<number>();
  const scales = pairScales(data, width < NARROW ? 4 : 8);
  const inner = { width: Math.max(1, width - LEFT - RIGHT), height: height - TOP - BOTTOM };
  const placeOf = ({ x, y }: PairMark) => {
    const [left, right] = scales.x.span(x);
    const [low, high] = scales.y.span(y);
    return {
      x: LEFT + left * inner.width,
      y: TOP + (1 - high) * inner.height,
      width: (right - left) * inner.width,
      height: (high - low) * inner.height,
    };
  };
  const centreOf = (mark: PairMark) => {
    const place = placeOf(mark);
    return [place.x + place.width / 2, place.y + place.height / 2] as const;
  };
  const told = current === null ? undefined : marks[current];
  const leads = told !== undefined && told.href() !== null;
  return (
    <div className="flex h-full flex-col">
      <div
        ref={box}
        role="application"
        aria-label={`${title}: arrow keys go from mark to mark, Enter opens the calls of one`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the arrow keys work in it
        tabIndex={0}
        className="min-h-0 flex-1"
        onPointerDownCapture={taps.onPointerDownCapture}
        onPointerMove={(event) => setCurrent(markAt(event))}
        onClick={(event) => {
          const at = markAt(event);
          setCurrent(at);
          if (at !== null && taps.opens(at)) open(at);
        }}
        onKeyDown={byKey}
      >
        <svg
          width={width}
          height={height}
          className="block text-2xs"
          style={{ cursor: leads ? 'pointer' : undefined }}
        >
          <title>{title}</title>
          <PairsAxes
            scales={scales}
            words={words}
            area={{ left: LEFT, top: TOP, ...inner }}
            binned={data.points === null}
          />
          <PairsMarks marks={marks} placeOf={placeOf} binned={data.points === null} />
          {told && <Ring {...placeOf(told)} />}
        </svg>
      </div>
      <p role="status" className="min-h-10 text-xs text-muted md:min-h-5 print:hidden">
        {told ? (
          <>
            <bdi>{told.name}</bdi>
            {!leads && '. No filter leads to exactly these calls.'}
            {leads && (
              <span className="hidden pointer-coarse:inline"> Tap again to see the calls.</span>
            )}
          </>
        ) : (
          'Each mark leads to its calls.'
        )}
      </p>
    </div>
  );

  function markAt({ clientX, clientY }: Pick<MouseEvent, 'clientX' | 'clientY'>): number | null {
    const edge = box.current?.getBoundingClientRect();
    if (!edge) return null;
    const at = nearest(marks, centreOf, [clientX - edge.left, clientY - edge.top]);
    const mark = at === undefined ? undefined : marks[at];
    if (at === undefined || !mark) return null;
    const [x, y] = centreOf(mark);
    const place = placeOf(mark);
    const isNear = (offset: number, size: number) => Math.abs(offset) <= Math.max(REACH, size / 2);
    return isNear(clientX - edge.left - x, place.width) &&
      isNear(clientY - edge.top - y, place.height)
      ? at
      : null;
  }

  function open(at: number) {
    const href = marks[at]?.href();
    if (href) router.push(href);
  }

  function byKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === 'Enter' && current !== null) {
      event.preventDefault();
      open(current);
      return;
    }
    const next = nextMark(event.key);
    if (next === undefined) return;
    event.preventDefault();
    setCurrent(next);
  }

  /** They stand from left to right, and below each other from the smallest. */
  function nextMark(key: string): number | undefined {
    if (marks.length === 0) return undefined;
    if (key === 'Home') return 0;
    if (key === 'End') return marks.length - 1;
    const by = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
    if (by === undefined) return undefined;
    if (current === null) return by > 0 ? 0 : marks.length - 1;
    return Math.min(marks.length - 1, Math.max(0, current + by));
  }
}

type Place = { x: number; y: number; width: number; height: number };

/** Around the mark that is told of. */
function Ring({ x, y, width, height }: Place) {
  const rim = width === 0 && height === 0 ? 7 : 0;
  return (
    <rect
      x={x - rim}
      y={y - rim}
      width={width + 2 * rim}
      height={height + 2 * rim}
      rx={rim === 0 ? 2 : rim}
      fill="none"
      stroke="var(--text)"
      strokeWidth={1.5}
    />
  );
}
