'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { transcriptQueryOptions } from '@/lib/api/reviews';
import type { CallRow } from '@/lib/call/call';
import { turnSaying } from '@/lib/call/extraction/evidence';
import type { PlainValue } from '@/lib/call/nested/nested-rows';
import { turnsOf } from '@/lib/call/transcript/turns';

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
  const turns = useMemo(() => (data ? turnsOf(data.messages) : []), [data]);
  return (value) => turnSaying(turns, value);
}
