'use client';

import { useQuery } from '@tanstack/react-query';
import { sumsQuery } from '@/components/costs/questions';
import { type CostsPage, useCostsView } from '@/components/costs/use-costs-view';
import type { Ends } from '@/components/print/range-words';
import { useTime } from '@/components/shell/context/time-context';
import { costsQueryOptions } from '@/lib/api/costs';
import type { CostsResponse } from '@/lib/call/answers/index-responses';
import { frozenAddress } from '@/lib/url/frozen';

/** What the figures of the page count, and what they are compared with; null: with nothing. */
export type FigureRanges = { current: Ends; previous: Ends | null };

/** Where an answer says what it covers. */
export function rangesOf({ ranges }: CostsResponse): FigureRanges {
  return ranges;
}

/** As the key figures have it; as the address has it where they are not there. */
export function useFigureRanges(): FigureRanges {
  const view = useCostsView();
  const { zone, now } = useTime();
  const { data } = useQuery(costsQueryOptions(sumsQuery(view)));
  const { current, previous } = data ? rangesOf(data) : { current: null, previous: null };
  return { current: openEnds(view, current) ?? askedFor(view, zone, now), previous };
}

/** What has no ends in the address has none on paper, whenever the answer came. */
function openEnds({ address }: CostsPage, counted: Ends | null): Ends | null {
  return address.from === null && address.to === null ? { from: null, to: null } : counted;
}

function askedFor({ address }: CostsPage, zone: string, now: number): Ends {
  const { from, to } = frozenAddress(address, zone, new Date(now));
  return { from: from ?? null, to: to ?? null };
}
