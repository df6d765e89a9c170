import { queryOptions } from '@tanstack/react-query';
import type { Problem } from '@/lib/call/answers/problem';
import { asked } from './calls';
import { getJson, noAnswer, refusalOf } from './get-json';
import { tellSignedOut } from './signed-out';

/** What there is to hear of a call, and how loud it is when; no sound yet. */
export function recordingQueryOptions(id: string) {
  return queryOptions({
    queryKey: ['recording', id],
    queryFn: ({ signal }) =>
      getJson(`${recordingPath(id)}/waveform`, (schemas) => schemas.waveformSchema, signal),
    ...asked,
  });
}

/** Where the sound of a call is, of one of its sessions where it has several. */
export function soundPath(id: string, session: string | null, download = false): string {
  const query = new URLSearchParams();
  if (session !== null) query.set('session', session);
  if (download) query.set('download', 'true');
  return query.size === 0 ? recordingPath(id) : `${recordingPath(id)}?${query}`;
}

/** Why a sound does not come, which an audio element does not tell; null where it does come. */
export function soundProblemQueryOptions(path: string) {
  return queryOptions({
    queryKey: ['sound problem', path],
    queryFn: async ({ signal }): Promise<Problem | null> => {
      const response = await fetch(path, { headers: { range: 'bytes=1-1' }, signal }).catch(
        () => null,
      );
      if (!response) return noAnswer();
      tellSignedOut(response.status === 401);
      return response.ok ? null : refusalOf(response);
    },
    ...asked,
    staleTime: 0,
    gcTime: 0,
  });
}

function recordingPath(id: string): string {
  return `/api/calls/${encodeURIComponent(id)}/recording`;
}
