'use client';

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { type DrawerWidth, useDrawerWidth } from './use-drawer-width';

/** The drawer's box: as wide as the person made it, with its left edge to take hold of. */
export function DrawerFrame({ wide, children }: { wide: boolean; children: ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  const width = useDrawerWidth(frame, wide);
  return (
    <div ref={frame} className="relative flex h-full min-h-0 flex-col max-md:w-full">
      {children}
      {wide && <Edge width={width} />}
    </div>
  );
}

const STEP = 32;

/** Dragged or moved by the arrow keys; to the left means wider. */
function Edge({ width: { width, min, max, preview, keep } }: { width: DrawerWidth }) {
  return (
    <hr
      tabIndex={0}
      aria-orientation="vertical"
      aria-label="Width of the call drawer"
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      aria-valuetext={`${width} pixels`}
      onPointerDown={grasp}
      onPointerMove={(event) => holds(event) && preview(widthAt(event))}
      onPointerUp={(event) => holds(event) && keep(widthAt(event))}
      onPointerCancel={() => preview(null)}
      onKeyDown={moveByKey}
      className="absolute inset-y-0 -left-3 m-0 h-full w-6 cursor-col-resize touch-none border-0 outline-none select-none after:absolute after:inset-y-0 after:left-3 after:w-0.5 hover:after:bg-accent focus-visible:after:bg-accent active:after:bg-accent"
    />
  );

  function grasp(event: PointerEvent) {
    if (event.button !== 0) return;
    // Otherwise the text of the list is selected on the way.
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
  }

  function moveByKey(event: KeyboardEvent) {
    const target = { ArrowLeft: width + STEP, ArrowRight: width - STEP, Home: min, End: max }[
      event.key
    ];
    if (target === undefined) return;
    event.preventDefault();
    keep(target);
  }
}

function holds(event: PointerEvent): boolean {
  return event.currentTarget.hasPointerCapture(event.pointerId);
}

function widthAt(event: PointerEvent): number {
  return document.documentElement.clientWidth - event.clientX;
}
