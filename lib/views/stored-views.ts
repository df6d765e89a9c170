import * as z from 'zod/mini';
import { isCallId } from '@/lib/call/call-id';
import { MAX_NAME_LENGTH, type SavedView, tidyName, VIEW_PAGES } from './saved-view';

/** What a browser holds: the views, and what was there and could not be read, which waits to be looked at. */
export type StoredViews = {
  views: readonly SavedView[];
  unreadable: readonly string[];
};

const NO_VIEWS: StoredViews = { views: [], unreadable: [] };

const viewSchema = z.looseObject({
  id: z.string().check(z.refine(isCallId)),
  name: z.string().check(
    z.maxLength(MAX_NAME_LENGTH),
    z.refine((name) => tidyName(name) !== ''),
  ),
  page: z.enum(VIEW_PAGES),
  query: z.string().check(z.regex(/^(\?.*)?$/), z.maxLength(16_000)),
});

const storedSchema = z.object({
  views: z.array(z.unknown()),
  unreadable: z.optional(z.array(z.string())),
});

/** Reads what a browser holds. Whatever is damaged is set aside as text and nothing is lost; never throws. */
export function parseViews(text: string | null): StoredViews {
  if (text === null) return NO_VIEWS;
  const stored = storedSchema.safeParse(parsed(text));
  if (!stored.success) return { views: [], unreadable: [text] };
  const views = new Map<string, SavedView>();
  const unreadable = [...(stored.data.unreadable ?? [])];
  for (const each of stored.data.views) {
    const view = viewSchema.safeParse(each);
    if (view.success && !views.has(view.data.id)) views.set(view.data.id, view.data);
    else unreadable.push(JSON.stringify(each));
  }
  return { views: [...views.values()], unreadable };
}

/** The text that a browser keeps. */
export function serializeViews({ views, unreadable }: StoredViews): string {
  return JSON.stringify({ views, ...(unreadable.length > 0 && { unreadable }) });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
