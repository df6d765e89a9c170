'use client';

import { createContext, use } from 'react';
import type { RowFact } from '@/components/figures/save/row-facts';
import type { Fact } from '@/components/print/print-heading';
import type { Ends } from '@/lib/format/range';

/** What the figures of a page are of, told wherever they stand without the page: on paper, in pictures and in files. */
export type AboutFigures = {
  /** The page's name. */
  title: string;
  range: Ends;
  /** What has to be known beside range, filters and zone. `compares`: for a figure that tells of two ranges. */
  facts: (compares: boolean) => readonly Fact[];
  /** The same for a file, in each of its rows. */
  rowFacts: (compares: boolean) => readonly RowFact[];
};

const AboutFiguresContext = createContext<AboutFigures | null>(null);

export const AboutFiguresProvider = AboutFiguresContext;

export function useAboutFigures(): AboutFigures {
  const about = use(AboutFiguresContext);
  if (!about) throw new Error('Figures stand on a page that says what they are of.');
  return about;
}
