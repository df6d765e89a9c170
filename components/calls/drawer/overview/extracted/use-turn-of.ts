'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { CallRow } from '@/lib/call/call';
import { turnSaying } from '@/lib/call/extraction/evidence';
import type { PlainValue } from '@/lib/call/nested/nested-rows';
import { type Turn, turnsOf } from '@/lib/call/transcript/turns';

/** Whoever races past a call does not look where its values come from. */
const REST_MS = 600;

/** The turn of a call in which a value was said; null where it was not, or nobody knows. */
export function useTurnOf({ id, extraction }: CallRow): (value: PlainValue) => string | null {
  const [resting, setResting] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setResting(id), REST_MS);
    return () => clearTimeout(timer);
  }, [id]);
  const { data } = useQuery({
    ...transcriptQueryOptions(id),
    enabled: resting === id && extraction !== null && extraction !== undefined,
  });
  return useMemo(() => turnsByValue(data ? turnsOf(data.messages) : []), [data]);
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
