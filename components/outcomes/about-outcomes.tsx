'use client';

import { type ReactNode, useMemo } from 'react';
import { type AboutFigures, AboutFiguresProvider } from '@/components/figures/about-figures';
import { rangeFacts } from '@/components/figures/save/row-facts';
import { endsNow, isOpen } from '@/components/print/ends-now';
import { useTime } from '@/components/shell/context/time-context';
import { formatCount, plural } from '@/lib/format/number';
import { useOutcomes } from './view/use-outcomes';

/** Says of all figures within what they are of: the range, and how much of the account is known. */
export function AboutOutcomes({ children }: { children: ReactNode }) {
  const { view, result } = useOutcomes();
  const { address } = view;
  const { zone, now } = useTime();
  // What is still shown of another question says nothing about this one.
  const data = result.isPlaceholderData ? undefined : result.data;
  const about = useMemo((): AboutFigures => {
    const range = data && !isOpen(address) ? data.periods.current : endsNow(address, zone, now);
    const calls = data ? plural(data.totals.calls, 'call') : 'not known';
    const { complete, indexed } = data?.meta.coverage ?? { complete: true, indexed: 0 };
    const read = complete ? '' : `; the index has read ${formatCount(indexed)} calls so far`;
    return {
      title: 'Outcomes',
      range,
      facts: () => [{ name: 'Counted', value: `${calls}${read}` }],
      rowFacts: () => rangeFacts(range, zone),
    };
  }, [data, address, zone, now]);
  return <AboutFiguresProvider value={about}>{children}</AboutFiguresProvider>;
}
