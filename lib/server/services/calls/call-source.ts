import { isCallscopeError } from '@/lib/server/errors';
import type { CallSource } from '@/lib/server/sync/source';
import type { Upstream } from '@/lib/server/upstream/port/upstream';

/** The upstream as the sync sees it: whole calls, newest first, asked for behind everybody else. */
export function callSourceOf(upstream: Upstream): CallSource {
  return {
    async page({ from, to, limit, offset }, signal) {
      const range = { ...(from !== null && { from }), ...(to !== null && { to }) };
      const { calls, invalid, count } = await upstream.listCalls(
        { ...range, limit, offset, sort: 'desc' },
        { signal, whole: true, background: true },
      );
      return { calls, rejected: invalid, count };
    },
    async transcript(id, signal) {
      try {
        return await upstream.getTranscript(id, { signal, background: true });
      } catch (error) {
        if (isCallscopeError(error) && error.code === 'not_found') return null;
        throw error;
      }
    },
    busy: () => upstream.pending(),
  };
}
