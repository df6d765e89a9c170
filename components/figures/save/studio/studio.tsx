'use client';

import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
import { createPortal } from 'react-dom';
import { useAboutFigures } from '@/components/figures/about-figures';
import { DrawingPlace } from '@/components/figures/save/drawing-place';
import { type LegendEntry, pictureOf } from '@/components/figures/save/picture';
import { useFacts } from '@/components/print/use-facts';
import { Lazily } from '@/components/ui/lazily';
import { settledDrawing } from './settled-drawing';

/** The width that a drawing has in a picture, or more where the screen gives it more. */
const LEAST_WIDTH = 960;

export type FigureDrawing = {
  legend: readonly LegendEntry[];
  /** A class: how high it is. */
  height: string;
  chart: () => ReactNode;
};

export type Order = { light: boolean; taken: (picture: Blob) => void; failed: () => void };

type StudioProps = {
  order: Order;
  title: string;
  /** The figure on screen: what it says in words, and how wide it is. */
  figure: RefObject<HTMLElement | null>;
  drawing: FigureDrawing;
  compares: boolean;
};

/** Draws a figure once more, out of sight, as wide as a picture wants it, and takes the picture. Load it lazily. */
export default function Studio(props: StudioProps) {
  const { order, title, figure, drawing, compares } = props;
  const place = useRef<HTMLDivElement>(null);
  const about = useAboutFigures();
  const facts = useFacts(about.range, about.facts(compares), 'Made');
  const width = Math.max(LEAST_WIDTH, Math.round(figure.current?.clientWidth ?? 0));
  const take = useEffectEvent(async () => {
    if (!place.current) throw new Error('There is no place for the drawing.');
    const svg = await settledDrawing(place.current);
    const summary = figure.current?.querySelector('figcaption')?.textContent ?? '';
    return pictureOf({ title, facts, summary, legend: drawing.legend, svg, place: place.current });
  });
  useEffect(() => {
    void take().then(order.taken, order.failed);
  }, [order]);
  return createPortal(
    <div
      ref={place}
      inert
      style={{ width }}
      data-theme={order.light ? 'light' : undefined}
      className="pointer-events-none fixed top-0 right-full bg-canvas text-text print:hidden"
    >
      <DrawingPlace width={width} className={drawing.height}>
        <Lazily>{drawing.chart()}</Lazily>
      </DrawingPlace>
    </div>,
    document.body,
  );
}
