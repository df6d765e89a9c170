import { queryOptions } from '@tanstack/react-query';
import type { Problem, ProblemCode } from '@/lib/call/answers/problem';
import type { CallResponse } from '@/lib/call/answers/responses';
import type { NoteBody, NoteChangeBody, RatingBody } from '@/lib/call/writes';
import { asked } from './calls';
import { askJson, getJson } from './get-json';

/** What was said on a call. */
export function transcriptQueryOptions(id: string) {
  return queryOptions({
    queryKey: ['transcript', id],
    queryFn: ({ signal }) =>
      getJson(`${pathOf(id)}/transcript`, (schemas) => schemas.transcriptSchema, signal),
    ...asked,
  });
}

/**
 * Writes on a call as the reviewer with this address. Each answers with the call as it stands afterwards and rejects
 * with a {@link Problem}. None is ever sent a second time by itself. After `write_uncertain` and
 * `callscope_unreachable` it may have been saved all the same.
 */
export function addNote(id: string, reviewer: string, note: NoteBody): Promise<CallResponse> {
  return write('POST', `${pathOf(id)}/notes`, reviewer, note);
}

export function changeNote(
  id: string,
  noteId: string,
  reviewer: string,
  change: NoteChangeBody,
): Promise<CallResponse> {
  return write('PATCH', `${pathOf(id)}/notes/${encodeURIComponent(noteId)}`, reviewer, change);
}

export function removeNote(id: string, noteId: string, reviewer: string): Promise<CallResponse> {
  return write('DELETE', `${pathOf(id)}/notes/${encodeURIComponent(noteId)}`, reviewer);
}

export function rateCall(id: string, reviewer: string, rating: RatingBody): Promise<CallResponse> {
  return write('PATCH', `${pathOf(id)}/ratings`, reviewer, rating);
}

export function markViewed(id: string, reviewer: string): Promise<CallResponse> {
  return write('PATCH', `${pathOf(id)}/viewed`, reviewer);
}

/**
 * Whether a write that failed this way may have been done all the same. A failure inside Callscope or its proxy can
 * come after it.
 */
export function leavesDoubt({ code }: Problem): boolean {
  return DOUBTFUL.includes(code);
}

const DOUBTFUL: readonly ProblemCode[] = [
  'write_uncertain',
  'callscope_unreachable',
  'internal_error',
];

function pathOf(id: string): string {
  return `/api/calls/${encodeURIComponent(id)}`;
}

function write(method: string, path: string, reviewer: string, body?: unknown) {
  return askJson(path, (schemas) => schemas.callResponseSchema, {
    method,
    headers: {
      accept: 'application/json',
      // A header holds ASCII only, an address may hold any letter.
      'x-reviewer-email': reviewer.replace(/[^\x21-\x7e]|%/gu, encodeURIComponent),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    // The page may be left while it is under way.
    keepalive: true,
  });
}
