'use client';

import { createContext, use } from 'react';

/** Pixels that a drawing gets where it is not as wide as the screen leaves room: on paper, and in a picture. */
export type PaperSize = { width: number; height: number };

const PaperContext = createContext<PaperSize | null>(null);

export const PaperProvider = PaperContext;

/** Null on screen. */
export function usePaperSize(): PaperSize | null {
  return use(PaperContext);
}
