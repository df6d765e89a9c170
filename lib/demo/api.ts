import type * as z from 'zod';
import type { Call } from '@/lib/call/call';
import { listAt, textAt } from './json';
import { findCalls, type PagingParam, parseListQuery } from './query';
import type { CallStore, StoredCall } from './store';
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
};

export type Answer = { status: number; type: string; body: Buffer };

type ApiOptions = {
  store: CallStore;
  apiKey: string;
  pagingParam: PagingParam;
  clock: () => number;
};

/** HappyRobot's calls API over a store: every documented endpoint, refusals as `{ message }`. */
export function createApi({ store, apiKey, pagingParam, clock }: ApiOptions) {
  return (request: ApiRequest): Answer => {
    if (request.authorization !== `Bearer ${apiKey}`) return refusal(401, 'Invalid API key');
    const path = request.url.pathname.slice(BASE_PATH.length).split('/').map(decoded).slice(1);
    const [calls, id, part, noteId, ...more] = path;
    if (calls !== 'calls' || more.length > 0) return refusal(404, 'Not found');
    if (id === undefined) {
      if (request.method !== 'GET') return refusal(405, 'Method not allowed');
      return listCalls(store, request.url.searchParams, pagingParam);
    }
    const call = store.get(id);
    if (!call) return refusal(404, 'Call not found');
    const route = `${request.method} ${part ?? ''}${noteId === undefined ? '' : '/{id}'}`;
    return answerCall({ route, call, id, noteId: noteId ?? '', request, store, clock });
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
};

function answerCall({ route, call, id, noteId, request, store, clock }: CallRoute): Answer {
  const now = new Date(clock()).toISOString();
  const write = (change: (call: Call) => Call) => changed(store.update(id, change));
  const hasNote = listAt(call.record, 'notes').some((note) => textAt(note, 'id') === noteId);
  switch (route) {
    case 'GET ':
      return json(200, call.json());
    case 'GET transcript':
      return transcriptOf(store.transcript(call));
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

function transcriptOf(transcript: unknown): Answer {
  return transcript === null
    ? refusal(404, 'Transcript not found')
    : json(200, JSON.stringify(transcript));
}

function listCalls(store: CallStore, params: URLSearchParams, pagingParam: PagingParam): Answer {
  const read = parseListQuery(params, pagingParam);
  if ('message' in read) return refusal(400, read.message);
  const { limit, offset } = read.query;
  const { page, count } = findCalls(store.all(), read.query);
  const rows = page.flatMap((call, index) => (index === 0 ? [call.json()] : [COMMA, call.json()]));
  const rest = `],"count":${count},"limit":${limit},"offset":${offset}}`;
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

function changed(call: StoredCall | undefined): Answer {
  return call ? json(200, call.json()) : refusal(409, 'Call cannot be written');
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
