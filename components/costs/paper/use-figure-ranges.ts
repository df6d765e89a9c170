'use client';

import { useSums } from '@/components/costs/tiles/use-sums';
import { useCostsView } from '@/components/costs/view/use-costs-view';
import { endsNow, isOpen } from '@/components/print/ends-now';
import { useTime } from '@/components/shell/context/time-context';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import type { Ends } from '@/lib/format/range';

/** What the figures of the page count, and what they are compared with; null: with nothing. */
export type FigureRanges = { current: Ends; previous: Ends | null };

/** Where an answer says what it covers. What is not known is not compared. */
function rangesOf({ periods, previous }: CostsResponse): FigureRanges {
  return { current: periods.current, previous: previous && periods.previous };
}

/** As the key figures have it; as it was asked for where they are not there. */
export function useFigureRanges(): FigureRanges & {
  /** Since when calls are known, where that is why nothing is compared. */
  knownFrom: string | null;
} {
  const view = useCostsView();
  const { filters } = view;
  const { zone, now } = useTime();
  const { data } = useSums(view).result;
  const asked = { from: filters.from ?? null, to: filters.to ?? null };
  const ranges = data && rangesOf(data);
  return {
    current: isOpen(asked) ? asked : (ranges?.current ?? endsNow(asked, zone, now)),
    previous: ranges?.previous ?? null,
    knownFrom: data?.periods.previous?.known_from ?? null,
  };
}
