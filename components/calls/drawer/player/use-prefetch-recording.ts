'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { recordingQueryOptions } from '@/lib/api/recordings';
import { usePlayerSettings } from './settings';

/** Whoever races past a call does not ask for the next one either. */
const REST_MS = 600;

/**
 * For whoever hears each call that is opened: asks ahead what there is to hear of the next one, for which the server
 * finds its way to the sound. No sound is fetched: whose browser has it counts as having listened.
 */
export function usePrefetchRecording(id: string | null) {
  const client = useQueryClient();
  const { playWhenOpened } = usePlayerSettings();
  useEffect(() => {
    if (id === null || !playWhenOpened) return;
    const timer = setTimeout(() => void client.prefetchQuery(recordingQueryOptions(id)), REST_MS);
    return () => clearTimeout(timer);
  }, [client, id, playWhenOpened]);
}
