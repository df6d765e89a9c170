'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { problemOf } from '@/lib/api/get-json';
import { recordingQueryOptions } from '@/lib/api/recordings';
import type { Problem } from '@/lib/call/answers/problem';
import type { MissingReason, RecordedSession } from '@/lib/call/recording/waveform';

/** What there is to hear of a call. */
export type Recording =
  | { at: 'forbidden' }
  | { at: 'waiting' }
  | { at: 'missing'; reason: MissingReason; retry: () => void }
  | { at: 'failed'; problem: Problem; retry: () => void }
  | { at: 'there'; sessions: readonly RecordedSession[] };

/** Whoever races past a call does not ask for its recording. */
const REST_MS = 300;

/** Asks what there is to hear of a call, once it has been drawn and somebody stays with it. */
export function useRecording(id: string, isKnown: boolean): Recording {
  const may = useMay('review');
  const rested = useRested(id);
  const { data, error, refetch } = useQuery({
    ...recordingQueryOptions(id),
    enabled: may && isKnown && rested,
  });
  if (!may) return { at: 'forbidden' };
  const retry = () => void refetch();
  if (data && data.sessions.length > 0) return { at: 'there', sessions: data.sessions };
  if (data) return { at: 'missing', reason: data.reason ?? 'none', retry };
  if (error) return { at: 'failed', problem: problemOf(error), retry };
  return { at: 'waiting' };
}

function useRested(id: string): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), REST_MS);
    return () => clearTimeout(timer);
  }, [id]);
  return rested === id;
}
