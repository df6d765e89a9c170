import type { Call } from '@/lib/call/call';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { Upstream } from '@/lib/server/upstream/port/upstream';

/** The same upstream; calls that came without a time have the one at which the index first saw them. */
export function withFirstSeen(upstream: Upstream, index: Pick<IndexHandle, 'store'>): Upstream {
  async function steady(calls: Call[]): Promise<Call[]> {
    const ids = calls.filter(isWithoutTime).map(({ id }) => id);
    if (ids.length === 0) return calls;
    const known = await index
      .store()
      .then((store) => store.firstSeen(ids))
      // Without an index they are seen for the first time each time.
      .catch(() => new Map<string, string>());
    return calls.map((call) => {
      const created = isWithoutTime(call) ? known.get(call.id) : undefined;
      return created === undefined ? call : { ...call, created };
    });
  }

  return {
    ...upstream,
    async listCalls(query, options) {
      const page = await upstream.listCalls(query, options);
      return { ...page, calls: await steady(page.calls) };
    },
    async getCall(id, options) {
      const call = await upstream.getCall(id, options);
      const [first = call] = await steady([call]);
      return first;
    },
  };
}

function isWithoutTime({ callscope }: Call): boolean {
  return callscope?.created_from === 'first_seen';
}
