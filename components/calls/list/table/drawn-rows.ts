'use client';

import { PANEL_WIDTH, useScreenFrom } from '@/components/calls/drawer/frame/use-screen-from';
import { usePage } from '@/components/shell/context/page-context';

/** Which rows of a page are drawn: all of them, or those in sight. */
export type DrawnRows = {
  /** Their places on the page. */
  items: readonly number[];
  /** The height of those that are left out before and after, in pixels. */
  before: number;
  after: number;
  /** The first one in sight, where others are left out. */
  first: number | undefined;
  /** Where a row begins below the header, in pixels; undefined where the rows have to be asked. */
  startOf: (index: number) => number | undefined;
  /** Is told of each row's height, where those out of sight need to know it. */
  measure: ((row: HTMLElement | null) => void) | undefined;
};

const ROW_HEIGHT = { comfortable: 36, compact: 28 } as const;
/** About: a card is as high as its lines. */
const CARD_HEIGHT = 90;

/** How high a row is, or about how high where rows are cards. */
export function useRowHeight(): { cards: boolean; rowHeight: number } {
  const { density } = usePage().preferences;
  const cards = !useScreenFrom(PANEL_WIDTH);
  return { cards, rowHeight: cards ? CARD_HEIGHT : ROW_HEIGHT[density] };
}
