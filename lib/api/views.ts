import { queryOptions } from '@tanstack/react-query';
import type { SavedView } from '@/lib/views/saved-view';
import { type SharedView, viewsResponseSchema } from '@/lib/views/shared-view';
import { asked } from './calls';
import { askJson, getJson } from './get-json';

/** The views that the team shares. This file brings its schema along: import it lazily. */
export const sharedViewsQueryOptions = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => getJson('/api/views', () => viewsResponseSchema, signal),
  ...asked,
});

/** Shares a view, or what has become of one that is shared already. Answers with all views; rejects with a Problem. */
export function shareView({ id, name, page, query }: SavedView, before: SharedView | undefined) {
  return before
    ? write('PUT', pathOf(before), { name, page, query, version: before.version })
    : write('POST', '/api/views', { id, name, page, query });
}

export function unshareView(view: SharedView) {
  return write('DELETE', pathOf(view), { version: view.version });
}

function pathOf({ id }: SharedView): string {
  return `/api/views/${encodeURIComponent(id)}`;
}

function write(method: string, path: string, body: unknown) {
  return askJson(path, () => viewsResponseSchema, {
    method,
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}
