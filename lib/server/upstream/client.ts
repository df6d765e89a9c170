import type { Call } from '@/lib/call/call';
import type { CallsQuery, UPSTREAM_FILTER_KEYS } from '@/lib/call/filters';
import type { Meta } from '@/lib/call/responses';

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

/** The only way to HappyRobot. Every method throws {@link CallscopeError} with an `upstream_…` code or `not_found`. */
export interface Upstream {
  listCalls(query: UpstreamQuery, options?: ListOptions): Promise<UpstreamPage>;
  getCall(id: string, options?: { signal?: AbortSignal }): Promise<Call>;
  /** How many questions that somebody waits for are under way; those in the background do not count. */
  pending(): number;
  close(): Promise<void>;
}
