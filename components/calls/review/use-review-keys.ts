'use client';

import { useShortcuts } from '@/components/shell/use-shortcuts';
import { RATINGS } from '@/lib/call/query/filters';
import { useRate } from './ratings/use-rate';

/** One key for each rating, and one for a note, on the call that `subject` names at that moment. */
export function useReviewKeys(subject: () => string | null, onNote: (id: string) => void): void {
  const rate = useRate();
  const on = (run: (id: string) => void) => () => {
    const id = subject();
    if (id) run(id);
  };
  const [first, second, third] = RATINGS;
  useShortcuts({
    1: on((id) => rate(id, first)),
    2: on((id) => rate(id, second)),
    3: on((id) => rate(id, third)),
    m: on(onNote),
  });
}
