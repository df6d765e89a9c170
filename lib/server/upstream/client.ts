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
  /** Complete but for the use case, which is cut down to what a row shows; `getCall` gives it whole. */
  calls: Call[];
  invalid: Meta['invalid'];
  /** How many calls match, all pages together. */
  count: number;
  limit: number;
  offset: number;
};

/** The only way to HappyRobot. Every method throws {@link CallscopeError} with an `upstream_…` code or `not_found`. */
export interface Upstream {
  listCalls(query: UpstreamQuery, options?: { signal?: AbortSignal }): Promise<UpstreamPage>;
  getCall(id: string, options?: { signal?: AbortSignal }): Promise<Call>;
  close(): Promise<void>;
}
