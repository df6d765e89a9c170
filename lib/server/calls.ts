import { type Call, type CallRow, callRowSchema } from '@/lib/call/call';
import { type CallsQuery, DEFAULT_LIMIT, keysOf } from '@/lib/call/filters';
import type { CallResponse, CallsResponse, Meta } from '@/lib/call/responses';
import { resolveRange } from '@/lib/url/relative-range';
import type { Upstream } from './upstream/client';

type Options = { signal?: AbortSignal };

/** What the pages and the API ask about calls. Both methods throw a {@link CallscopeError} when they cannot tell. */
export type CallsService = {
  /** One page of the calls that match; relative ranges mean what they mean now, in the query's time zone. */
  listCalls(query: CallsQuery, options?: Options): Promise<CallsResponse>;
  /** One call with everything about it; the upstream client has left out what is secret. */
  getCall(id: string, options?: Options): Promise<CallResponse>;
};

/** Answers from the upstream. `now` is read once for each question. */
export function createCallsService(parts: { upstream: Upstream; now: () => Date }): CallsService {
  const { upstream, now } = parts;
  return {
    async listCalls({ from, to, timezone = 'UTC', ...query }, options) {
      const asked = now();
      const page = await upstream.listCalls(
        { limit: DEFAULT_LIMIT, ...query, ...resolveRange({ from, to }, timezone, asked) },
        options,
      );
      const { calls, invalid, count, limit, offset } = page;
      return { calls: calls.map(toRow), count, limit, offset, meta: live(asked, invalid) };
    },

    async getCall(id, options) {
      const asked = now();
      const call = await upstream.getCall(id, options);
      return { ...call, meta: live(asked, []) };
    },
  };
}

const ROW_KEYS = keysOf(callRowSchema.shape);

/**
 * A call cut down to what a row declares. The upstream client has already checked the call and the answer is
 * checked before it leaves, so that a third pass of the schema over each row would be for nothing.
 */
function toRow(call: Call): CallRow {
  const row: Partial<Record<keyof CallRow, unknown>> = {};
  for (const key of ROW_KEYS) {
    if (key in call) row[key] = call[key];
  }
  if (call.use_case) {
    const { id, name, model, language } = call.use_case;
    row.use_case = { id, name, model, language };
  }
  return asRow(row);
}

/** Guarantee: every declared key that the call has is there with the call's own value, the use case cut down. */
function asRow(row: Partial<Record<keyof CallRow, unknown>>): CallRow {
  return row as CallRow;
}

function live(asked: Date, invalid: Meta['invalid']): Meta {
  return { source: 'live', stale: false, as_of: asked.toISOString(), invalid };
}
