import { createHash, timingSafeEqual } from 'node:crypto';
import { CallscopeError } from '@/lib/server/errors';
import type { IndexHandle } from '@/lib/server/index/index-handle';
import type { SyncHandle } from '@/lib/server/services/connection/sync-handle';
import type { IndexReading, Metrics } from './metrics';

type Parts = {
  metrics: Metrics;
  index: IndexHandle;
  meta: SyncHandle['meta'];
  token: string | undefined;
  now: () => Date;
};

/** Gives what is counted to whoever has the token. */
export type MetricsService = {
  /**
   * @throws {CallscopeError} `not_found` when no token is configured, `signed_out` when it is not the one given
   */
  read(headers: Headers): Promise<{ type: string; text: string }>;
};

export function createMetricsService({ metrics, index, meta, token, now }: Parts): MetricsService {
  async function reading(): Promise<IndexReading> {
    const closed = { open: false, calls: null, rejected: null, transcripts: null, lag: null };
    if (index.condition() !== 'open') return closed;
    try {
      const store = await index.store();
      const [content, { as_of }, transcripts] = await Promise.all([
        store.content(),
        meta(store),
        store.transcriptContent(),
      ]);
      const lag = as_of === null ? null : (now().getTime() - Date.parse(as_of)) / 1000;
      const { indexed: calls, rejected } = content;
      return { open: true, calls, rejected: rejected.count, transcripts: transcripts.read, lag };
    } catch {
      // An index that fails is not open; what went wrong is told where people ask it.
      return closed;
    }
  }

  return {
    async read(headers) {
      if (token === undefined)
        throw new CallscopeError('not_found', 'The API has nothing at this address.');
      if (!isBearer(headers, token))
        throw new CallscopeError('signed_out', 'METRICS_TOKEN is expected as a Bearer token.');
      return { type: metrics.type, text: await metrics.text(await reading()) };
    },
  };
}

/** Compared as digests: these have one length, and the time says nothing about where they differ. */
function isBearer(headers: Headers, token: string): boolean {
  const given = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(token));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
