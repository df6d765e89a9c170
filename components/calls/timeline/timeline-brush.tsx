'use client';

import clsx from 'clsx';
import { type KeyboardEvent, type PointerEvent, useId, useState } from 'react';
import { type Bucket, bucketAt, type Selection, stepped } from './brush';
import { TimelinePlot } from './timeline-plot';

type TimelineBrushProps = {
  buckets: readonly Bucket[];
  /** The selection in words, for those who do not see the strip. */
  words: string;
  selection: Selection | null;
  onSelect: (selection: Selection | null) => void;
  /** Narrows the list to a selection; null where it could not lead to the calls that it shows. */
  onApply: ((selection: Selection) => void) | null;
};

const STEPS: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageUp: 10,
  PageDown: -10,
  Home: -Infinity,
  End: Infinity,
};

/** The bars, and the ways to point at some of them: a pointer that drags, or the arrow keys of a slider. */
export function TimelineBrush({
  buckets,
  words,
  selection,
  onSelect,
  onApply,
}: TimelineBrushProps) {
  const help = useId();
  const [dragging, setDragging] = useState(false);
  const count = buckets.length;
  const current = selection ?? { anchor: count - 1, head: count - 1 };
  return (
    <div className="relative h-full">
      <input
        type="range"
        min={0}
        max={Math.max(0, count - 1)}
        value={current.head}
        aria-label="Part of the timeline"
        aria-valuetext={words}
        aria-describedby={help}
        onChange={({ target }) => onSelect(at(Number(target.value)))}
        onFocus={() => selection ?? onSelect(current)}
        onBlur={() => onSelect(null)}
        onKeyDown={byKey}
        className="peer absolute inset-x-0 bottom-0 h-6 opacity-0 pointer-events-none"
      />
      <p id={help} className="sr-only">
        Arrow keys move, Shift with arrow keys selects more,{' '}
        {onApply && 'Enter narrows the list to what is selected, '}Escape gives up.
      </p>
      <div
        onPointerDown={begin}
        onPointerMove={move}
        onPointerUp={finish}
        onPointerLeave={() => !dragging && onSelect(null)}
        onPointerCancel={giveUp}
        className={clsx(
          'h-full touch-pan-y rounded-sm outline-accent peer-focus-visible:outline-2',
          onApply && 'cursor-crosshair',
        )}
      >
        <TimelinePlot buckets={buckets} selection={selection} />
      </div>
    </div>
  );

  function begin(event: PointerEvent) {
    if (event.button !== 0 || count === 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    setDragging(true);
    onSelect(at(under(event)));
  }

  function move(event: PointerEvent) {
    if (count === 0) return;
    const head = under(event);
    onSelect(dragging ? { anchor: current.anchor, head } : at(head));
  }

  function finish() {
    if (!dragging) return;
    setDragging(false);
    if (selection) onApply?.(selection);
  }

  function giveUp() {
    setDragging(false);
    onSelect(null);
  }

  function under(event: PointerEvent): number {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return bucketAt(event.clientX - left, width, count);
  }

  function byKey(event: KeyboardEvent) {
    if (event.ctrlKey || event.altKey || event.metaKey || count === 0) return;
    const step = STEPS[event.key];
    if (step !== undefined) onSelect(stepped(current, step, event.shiftKey, count));
    else if (event.key === 'Enter') onApply?.(current);
    else if (event.key === 'Escape') giveUp();
    else return;
    event.preventDefault();
  }
}

function at(index: number): Selection {
  return { anchor: index, head: index };
}
