import type * as z from 'zod';
import type { Call } from '@/lib/call/call';
import { listAt, textAt } from '@/lib/demo/json';
import { oddlyWrapped, oddRecord, oddTail, oddTranscript } from '@/lib/demo/odd/odd-records';
import type { CallStore, StoredCall } from '@/lib/demo/store';
import { findCalls, type PagingParam, parseListQuery } from './query';
import { usageOf } from './usage';
import {
  noteBody,
  noteChangeBody,
  ratingBody,
  viewedBody,
  withNote,
  withNoteChanged,
  withoutNote,
  withRating,
  withViewer,
} from './writes';

export const BASE_PATH = '/api/v1';

type ApiRequest = {
  method: string;
  url: URL;
  authorization: string | undefined;
  body: Buffer;
  /** Under which the server was asked: `http://127.0.0.1:4010`. */
  origin: string;
};

export type Answer = { status: number; type: string; body: Buffer };

/** Where recordings lie: the signed address of one; undefined where there is none. */
type Recordings = { addressOf(call: StoredCall, origin: string): string | undefined };

type ApiOptions = {
  store: CallStore;
  apiKey: string;
  pagingParam: PagingParam;
  clock: () => number;
  mode: DemoMode;
  recordings: Recordings;
};

/** How the answers are written; it can change while the server runs. */
export type DemoMode = {
  /** Whether each call deviates from the documentation in some field. */
  odd: boolean;
};

/** HappyRobot's calls API over a store: every documented endpoint, refusals as `{ message }`. */
export function createApi({ store, apiKey, pagingParam, clock, mode, recordings }: ApiOptions) {
  return (request: ApiRequest): Answer => {
    if (request.authorization !== `Bearer ${apiKey}`) return refusal(401, 'Invalid API key');
    const path = request.url.pathname.slice(BASE_PATH.length).split('/').map(decoded).slice(1);
    const [calls, id, part, noteId, ...more] = path;
    if (calls === 'usage' && id === undefined && request.method === 'GET')
      return usage(store, request.url.searchParams);
    if (calls !== 'calls' || more.length > 0) return refusal(404, 'Not found');
    if (id === undefined) {
      if (request.method !== 'GET') return refusal(405, 'Method not allowed');
      return listCalls(store, request.url.searchParams, { pagingParam, odd: mode.odd });
    }
    const call = store.get(id);
    if (!call) return refusal(404, 'Call not found');
    const route = `${request.method} ${part ?? ''}${noteId === undefined ? '' : '/{id}'}`;
    return answerCall({
      route,
      call,
      id,
      noteId: noteId ?? '',
      request,
      store,
      clock,
      odd: mode.odd,
      recordings,
    });
  };
}

type CallRoute = {
  route: string;
  call: StoredCall;
  id: string;
  noteId: string;
  request: ApiRequest;
  store: CallStore;
  clock: () => number;
  odd: boolean;
  recordings: Recordings;
};

function answerCall(asked: CallRoute): Answer {
  const { route, call, id, noteId, request, store, clock, odd } = asked;
  const now = new Date(clock()).toISOString();
  const write = (change: (call: Call) => Call) => changed(store.update(id, change), odd);
  const hasNote = listAt(call.record, 'notes').some((note) => textAt(note, 'id') === noteId);
  switch (route) {
    case 'GET ':
      return callOf(call, odd);
    case 'GET transcript':
      return transcriptOf(store.transcript(call), odd);
    case 'GET recording':
      return recordingOf(asked.recordings.addressOf(call, request.origin), odd);
    case 'POST notes':
      return withBody(request, noteBody, (note) => write((it) => withNote(it, note, now)));
    case 'PATCH notes/{id}':
      if (!hasNote) return refusal(404, 'Note not found');
      return withBody(request, noteChangeBody, (note) =>
        write((it) => withNoteChanged(it, noteId, note)),
      );
    case 'DELETE notes/{id}':
      return hasNote ? write((it) => withoutNote(it, noteId)) : refusal(404, 'Note not found');
    case 'PATCH ratings':
      return withBody(request, ratingBody, (rating) => {
        const { status } = write((it) => withRating(it, rating, now));
        return status === 200 ? json(200, '') : refusal(status, 'Call cannot be written');
      });
    case 'PATCH viewed':
      return withBody(request, viewedBody, ({ email }) => write((it) => withViewer(it, email)));
    default:
      return refusal(404, 'Not found');
  }
}

function callOf(call: StoredCall, odd: boolean): Answer {
  if (!odd) return json(200, call.json(false));
  return json(200, JSON.stringify(oddlyWrapped(oddRecord(call.record), 'call')));
}

function transcriptOf(transcript: unknown, odd: boolean): Answer {
  if (transcript === null) return refusal(404, 'Transcript not found');
  const sent = odd ? oddlyWrapped(oddTranscript(transcript), 'transcript') : transcript;
  return json(200, JSON.stringify(sent));
}

function recordingOf(url: string | undefined, odd: boolean): Answer {
  if (url === undefined) return refusal(404, 'Recording not found');
  if (odd) return { status: 200, type: 'text/plain', body: Buffer.from(url) };
  return json(200, JSON.stringify({ url }));
}

function usage(store: CallStore, params: URLSearchParams): Answer {
  const counted = usageOf(store.all(), params);
  return 'message' in counted ? refusal(400, counted.message) : json(200, JSON.stringify(counted));
}

function listCalls(
  store: CallStore,
  params: URLSearchParams,
  { pagingParam, odd }: { pagingParam: PagingParam; odd: boolean },
): Answer {
  const read = parseListQuery(params, pagingParam);
  if ('message' in read) return refusal(400, read.message);
  const { limit, offset } = read.query;
  const { page, count } = findCalls(store.all(), read.query);
  const rows = page.flatMap((call, index) =>
    index === 0 ? [call.json(odd)] : [COMMA, call.json(odd)],
  );
  const rest = odd
    ? oddTail(count, limit, offset)
    : `],"count":${count},"limit":${limit},"offset":${offset}}`;
  return json(200, Buffer.concat([OPENING, ...rows, Buffer.from(rest)]));
}

const OPENING = Buffer.from('{"calls":[');
const COMMA = Buffer.from(',');

function withBody<T extends z.ZodType>(
  request: ApiRequest,
  schema: T,
  answer: (body: z.output<T>) => Answer,
): Answer {
  let body: unknown;
  try {
    body = JSON.parse(request.body.toString('utf8'));
  } catch {
    return refusal(400, 'The body is not JSON');
  }
  const outcome = schema.safeParse(body);
  if (outcome.success) return answer(outcome.data);
  const [issue] = outcome.error.issues;
  return refusal(400, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'invalid body'}`);
}

function changed(call: StoredCall | undefined, odd: boolean): Answer {
  return call ? callOf(call, odd) : refusal(409, 'Call cannot be written');
}

export function refusal(status: number, message: string): Answer {
  return json(status, JSON.stringify({ message }));
}

export function json(status: number, body: Buffer | string): Answer {
  return {
    status,
    type: 'application/json; charset=utf-8',
    body: typeof body === 'string' ? Buffer.from(body) : body,
  };
}

/** A path segment as written when it is not valid percent-encoding. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
