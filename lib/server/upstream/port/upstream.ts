import type { ProblemCode } from '@/lib/call/answers/problem';
import type { Meta } from '@/lib/call/answers/responses';
import type { Call } from '@/lib/call/call';
import type { CallsQuery, UPSTREAM_FILTER_KEYS } from '@/lib/call/query/filters';
import type { Transcript } from '@/lib/call/transcript/transcript';
import type { NewNote } from '@/lib/call/writes';
import type { UpstreamCan } from './can';
import type { Subject } from './failures';
import type { Recording, Sound } from './recording';

/** A query the upstream can be asked: relative ranges are resolved, so `from` and `to` are instants. */
export type UpstreamQuery = Pick<
  CallsQuery,
  (typeof UPSTREAM_FILTER_KEYS)[number] | 'sort' | 'limit' | 'offset'
>;

/** One page as the upstream answered it; records that could not be read are in `invalid`, not in `calls`. */
export type UpstreamPage = {
  /** Complete but for the use case, which is cut down to what a row shows unless whole calls were asked for. */
  calls: Call[];
  invalid: Meta['invalid'];
  /** How many calls match, all pages together. */
  count: number;
  limit: number;
  offset: number;
};

export type ListOptions = {
  signal?: AbortSignal;
  /** Give each call with its use case whole, as `getCall` does. */
  whole?: boolean;
  /** Nobody waits for the answer: it is asked for once, without retries, and its failures open no breaker. */
  background?: boolean;
};

export type NewRating = {
  emoji: string;
  email: string;
  operation: 'add' | 'remove';
  /** ISO 8601. */
  created: string;
};

/**
 * What is written on a call. Nothing is ever sent twice: HappyRobot would write it twice. Every method throws
 * `write_uncertain` when the failure leaves open whether it was written; any other code means that it was not.
 */
export interface UpstreamWrites {
  addNote(callId: string, note: NewNote): Promise<void>;
  changeNote(callId: string, note: NewNote): Promise<void>;
  removeNote(callId: string, noteId: string): Promise<void>;
  rate(callId: string, rating: NewRating): Promise<void>;
  markViewed(callId: string, email: string): Promise<void>;
}

/** What one request brought back, whatever its status. */
export type ProbeAnswer = {
  status: number;
  /** Those that say how much may be asked, names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** `html` is a page for people, `other` a redirection or what is no text: their body is not read. */
  form: 'json' | 'text' | 'html' | 'other';
  /** The JSON as it came, or the text. */
  body: unknown;
  ms: number;
};

export type BreakerState = 'closed' | 'half_open' | 'open';

/** Told about every request, and every change of the circuit breaker; it must not throw. */
export type UpstreamWatch = {
  /** One request, retries are others; without a code it was answered. */
  asked(request: { subject: Subject; code: ProblemCode | undefined; ms: number }): void;
  breakerChanged(state: BreakerState): void;
};

/** The only way to HappyRobot. Every method throws {@link CallscopeError} with an `upstream_…` code or `not_found`. */
export interface Upstream extends UpstreamWrites {
  /** What can be asked for here at all. */
  readonly can: UpstreamCan;
  listCalls(query: UpstreamQuery, options?: ListOptions): Promise<UpstreamPage>;
  /** `afresh` asks anew although the same call may be on its way already: what was just written must be in it. */
  getCall(id: string, options?: { signal?: AbortSignal; afresh?: boolean }): Promise<Call>;
  getTranscript(
    id: string,
    options?: Pick<ListOptions, 'signal' | 'background'>,
  ): Promise<Transcript>;
  /** Where the sound of a call lies; whether there is any is part of the answer. */
  getRecording(id: string, options?: { signal?: AbortSignal }): Promise<Recording>;
  /** The sound itself, of a part whose `url` is null. `range` is the header of that name. Whoever asks must read it or destroy it. */
  openSound(
    id: string,
    session: string | null,
    options: { range?: string | undefined; signal: AbortSignal },
  ): Promise<Sound>;
  /**
   * One GET, once and as it is, to find out how the upstream behaves: an answer with any status is given back, and a
   * redirection is not followed. What comes back is as it was sent: it is for looking at, not for showing.
   */
  probe(
    path: string,
    parameters: Readonly<Record<string, string>>,
    options: { signal: AbortSignal },
  ): Promise<ProbeAnswer>;
  /** How many questions that somebody waits for are under way; those in the background do not count. */
  pending(): number;
  close(): Promise<void>;
}
