'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { transcriptQueryOptions } from '@/lib/api/reviews';

/** Whoever races past a call does not read the next one either. */
const REST_MS = 600;

/** Reads the transcript of the call that comes next, so that a reviewer who goes on can read at once. */
export function usePrefetchTranscript(id: string | null) {
  const client = useQueryClient();
  useEffect(() => {
    if (id === null) return;
    const timer = setTimeout(() => void client.prefetchQuery(transcriptQueryOptions(id)), REST_MS);
    return () => clearTimeout(timer);
  }, [client, id]);
}
