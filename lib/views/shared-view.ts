import * as z from 'zod/mini';
import { isCallId } from '@/lib/call/call-id';
import { LONGEST_ADDRESS } from '@/lib/call/limits';
import { MAX_NAME_LENGTH, tidyName, VIEW_PAGES } from './saved-view';

/** The views that everybody has: what the server keeps of them, and what it is asked. */

export const MOST_SHARED_VIEWS = 200;

const parts = {
  name: z.string().check(
    z.maxLength(MAX_NAME_LENGTH),
    z.refine((name) => tidyName(name) !== '', 'must not be empty'),
  ),
  page: z.enum(VIEW_PAGES),
  query: z
    .string()
    .check(z.regex(/^(\?.*)?$/, 'must be a query string'), z.maxLength(LONGEST_ADDRESS)),
};
const id = z.string().check(z.refine(isCallId, 'must be an id'));
const version = z.number().check(z.int(), z.minimum(1));

export const sharedViewSchema = z.object({
  id,
  ...parts,
  /** Grows with each change; who changes or deletes a view names the one they have seen. */
  version,
  /** Who has written this version, and when. */
  shared_by: z.string(),
  shared_at: z.string(),
});
export type SharedView = z.infer<typeof sharedViewSchema>;

/** `GET /api/views`, and the answer to each change: the views as they stand. */
export const viewsResponseSchema = z.object({ views: z.array(sharedViewSchema) });

/** `POST /api/views`. The id is that of the view in the browser of who shares it. */
export const viewBodySchema = z.object({ id, ...parts });
/** `PUT /api/views/{id}`. */
export const viewChangeBodySchema = z.object({ ...parts, version });
/** `DELETE /api/views/{id}`. */
export const viewRemovalBodySchema = z.object({ version });

export type ViewBody = z.infer<typeof viewBodySchema>;
export type ViewChangeBody = z.infer<typeof viewChangeBodySchema>;
