'use client';

import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '@/components/shell/context/use-may';
import { problemOf } from '@/lib/api/get-json';
import { recordingQueryOptions } from '@/lib/api/recordings';
import type { Problem } from '@/lib/call/answers/problem';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { NoRecordingReason } from '@/lib/call/recording/no-recording';
import { reasonUnasked } from '@/lib/call/recording/unasked';
import type { Waveform, WaveformPart } from '@/lib/call/recording/waveform';

/** What there is to hear of a call. */
export type Recording =
  | { at: 'forbidden' }
  | { at: 'waiting' }
  | { at: 'missing'; reason: NoRecordingReason; retry: () => void }
  | { at: 'failed'; problem: Problem; retry: () => void }
  | { at: 'there'; sessions: readonly WaveformPart[] };

/** Whoever races past a call does not ask for its recording, in milliseconds. */
export const REST_MS = 300;
/** The loudness of a long recording takes a while: it can be heard before it is drawn. */
const LONG_MS = 1_500;

/** All of a recording of which nothing is known yet. */
const UNMEASURED: readonly WaveformPart[] = [
  { session: null, type: null, start: 0, duration: null, channels: null, peaks: null },
];

/** Asks what there is to hear of a call, once it has been drawn and somebody stays with it. */
export function useRecording(id: string, whole: CallResponse | undefined): Recording {
  const may = useMay('listen');
  const rested = useRested(id, REST_MS);
  const restedLong = useRested(id, LONG_MS);
  const { data, error, refetch } = useQuery({
    ...recordingQueryOptions(id),
    enabled: may && whole !== undefined && rested && reasonUnasked(whole) === null,
  });
  if (!may) return { at: 'forbidden' };
  const problem = error === null ? null : problemOf(error);
  return recordingOf(whole, { data, problem, restedLong, retry: () => void refetch() });
}

type Asked = {
  data: Pick<Waveform, 'sessions' | 'reason'> | undefined;
  problem: Problem | null;
  /** Somebody has been with the call for longer than the answer should take. */
  restedLong: boolean;
  retry: () => void;
};

/** What there is to hear, by what has been answered so far. */
export function recordingOf(
  whole: Pick<CallResponse, 'status' | 'duration' | 'metadata'> | undefined,
  { data, problem, restedLong, retry }: Asked,
): Recording {
  if (data && data.sessions.length > 0) return { at: 'there', sessions: data.sessions };
  if (data) return { at: 'missing', reason: data.reason ?? 'none', retry };
  const unasked = whole && reasonUnasked(whole);
  if (unasked) return { at: 'missing', reason: unasked, retry };
  const isMade = Boolean(whole?.metadata?.recording_sid);
  if (restedLong && isMade && !isAboutSound(problem)) return { at: 'there', sessions: UNMEASURED };
  return problem ? { at: 'failed', problem, retry } : { at: 'waiting' };
}

/** Whether a failure says that the sound will not come either: most say only that it could not be measured. */
function isAboutSound(problem: Problem | null): boolean {
  return problem !== null && [401, 403, 404].includes(problem.status);
}

/** Whether somebody has been with a call for so long. */
function useRested(id: string, ms: number): boolean {
  const [rested, setRested] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(id), ms);
    return () => clearTimeout(timer);
  }, [id, ms]);
  return rested === id;
}
