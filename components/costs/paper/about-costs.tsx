'use client';

import { type ReactNode, useMemo } from 'react';
import { type AboutFigures, AboutFiguresProvider } from '@/components/figures/about-figures';
import { rangeWords } from '@/components/print/range-words';
import { usePage } from '@/components/shell/context/page-context';
import { useTime } from '@/components/shell/context/time-context';
import { formatDay } from '@/lib/format/time';
import { costsRowFacts } from './row-facts';
import { useFigureRanges } from './use-figure-ranges';

/** Says of all figures within what they are of: the range, what it is compared with, and the currency. */
export function AboutCosts({ children }: { children: ReactNode }) {
  const { zone } = useTime();
  const { currency } = usePage();
  const { current, previous, knownFrom } = useFigureRanges();
  const about = useMemo((): AboutFigures => {
    const unknown = knownFrom
      ? `nothing: calls are known from ${formatDay(knownFrom, zone, 0)} only`
      : 'nothing';
    const compared = previous ? rangeWords(previous, zone) : unknown;
    return {
      title: 'Costs',
      range: current,
      facts: (compares) => [
        { name: 'Compared with', value: compares ? compared : 'nothing' },
        { name: 'Currency', value: currency },
      ],
      rowFacts: (compares) =>
        costsRowFacts({ current, previous: compares ? previous : null }, currency, zone),
    };
  }, [current, previous, knownFrom, currency, zone]);
  return <AboutFiguresProvider value={about}>{children}</AboutFiguresProvider>;
}
