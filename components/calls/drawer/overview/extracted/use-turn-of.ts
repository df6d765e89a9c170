'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import { turnSaying } from '@/lib/call/extraction/evidence';
import type { PlainValue } from '@/lib/call/nested/nested-rows';
import { type Turn, turnsOf } from '@/lib/call/transcript/turns';

/**
 * The turn of a call in which a value was said; null where it was not, or nobody knows. HappyRobot is not asked for the
 * transcript before somebody turns to the values: call `look` then.
 */
export function useTurnOf(id: string) {
  const [looking, setLooking] = useState<string | null>(null);
  const { data } = useQuery({ ...transcriptQueryOptions(id), enabled: looking === id });
  const turnOf = useMemo(() => turnsByValue(data ? turnsOf(data.messages) : []), [data]);
  return { turnOf, look: () => setLooking(id) };
}

/** Looks for each value once, however often the values are drawn. */
function turnsByValue(turns: readonly Turn[]) {
  const known = new Map<PlainValue, string | null>();
  return (value: PlainValue): string | null => {
    const turn = known.get(value);
    if (turn !== undefined) return turn;
    const found = turnSaying(turns, value);
    known.set(value, found);
    return found;
  };
}
