import { callsQueryParams } from '@/lib/call/query/query';
import type { ExportQuery } from '@/lib/call/query/routes/export-query';
import type { IndexQuery, IndexStore } from '@/lib/server/index/store';
import { type Described, focusMetadata } from './formats/focus/metadata';

export const METADATA = { type: 'application/json; charset=utf-8', extension: 'metadata.json' };

type Asked = Omit<Described, 'range' | 'filters' | 'facts' | 'unreadable'> & { asked: ExportQuery };

/** The metadata file that goes beside a file of charges, in one piece: no export waits for it, nor it for one. */
export async function* metadataText(
  store: IndexStore,
  query: IndexQuery,
  { asked, ...described }: Asked,
  signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
  const [facts, { rejected }] = await Promise.all([
    store.costFacts(query, signal),
    store.content(),
  ]);
  const { from, to } = query;
  const text = focusMetadata({
    ...described,
    facts,
    range: { ...(from && { from }), ...(to && { to }) },
    filters: callsQueryParams(asked).toString(),
    unreadable: rejected.count,
  });
  yield new TextEncoder().encode(text);
}
