'use client';

import { type ReactNode, useMemo } from 'react';
import { type AboutFigures, AboutFiguresProvider } from '@/components/figures/about-figures';
import { rangeFacts } from '@/components/figures/save/row-facts';
import { endsNow, isOpen } from '@/components/print/ends-now';
import { useTime } from '@/components/shell/context/time-context';
import { coverageWords, measuredWords } from './measured-words';
import { useConversations } from './use-conversations';

/** Says of all figures within what they are of: the range, and of how many calls it is known how they went. */
export function AboutConversations({ children }: { children: ReactNode }) {
  const { address, result } = useConversations();
  const { zone, now } = useTime();
  // What is still shown of another question says nothing about this one.
  const data = result.isPlaceholderData ? undefined : result.data;
  const about = useMemo((): AboutFigures => {
    const range = data && !isOpen(address) ? data.range : endsNow(address, zone, now);
    const measured = data
      ? [measuredWords(data), coverageWords(data)].filter((words) => words !== null).join('. ')
      : 'not known';
    return {
      title: 'Conversations',
      range,
      facts: () => [{ name: 'Measured in', value: measured }],
      rowFacts: () => rangeFacts(range, zone),
    };
  }, [data, address, zone, now]);
  return <AboutFiguresProvider value={about}>{children}</AboutFiguresProvider>;
}
