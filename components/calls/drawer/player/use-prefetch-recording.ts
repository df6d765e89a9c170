'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { loadBeginning, recordingQueryOptions } from '@/lib/api/recordings';
import { usePlayerSettings } from './settings';

/** Whoever races past a call does not load the next one either. */
const REST_MS = 600;

/** For whoever hears each call that is opened: has the beginning of the next one fetched, so that it comes at once. */
export function usePrefetchRecording(id: string | null) {
  const client = useQueryClient();
  const { playWhenOpened } = usePlayerSettings();
  useEffect(() => {
    if (id === null || !playWhenOpened) return;
    const leaving = new AbortController();
    const prefetch = async () => {
      const recording = await client.fetchQuery(recordingQueryOptions(id)).catch(() => null);
      const [first] = recording?.sessions ?? [];
      if (first && !leaving.signal.aborted) await loadBeginning(id, first.session, leaving.signal);
    };
    const timer = setTimeout(() => void prefetch(), REST_MS);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [client, id, playWhenOpened]);
}
