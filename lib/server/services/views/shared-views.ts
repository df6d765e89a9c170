import * as z from 'zod/mini';
import type { Identity } from '@/lib/auth/roles';
import { authorise } from '@/lib/server/auth/authorise';
import type { Principal } from '@/lib/server/auth/principal';
import { CallscopeError } from '@/lib/server/errors';
import { shownTo } from '@/lib/server/services/redaction/shown';
import { viewsForViewers } from '@/lib/server/services/redaction/view-numbers';
import { createTeamFile, type TeamFileParts } from '@/lib/server/services/team-file';
import { nameProblem, tidyName } from '@/lib/views/saved-view';
import {
  MOST_SHARED_VIEWS,
  type SharedView,
  sharedViewSchema,
  type ViewBody,
  type ViewChangeBody,
} from '@/lib/views/shared-view';

type Views = { views: SharedView[] };

/**
 * The views that a team shares. Every change answers with the views as they stand, and throws a {@link CallscopeError}:
 * `not_allowed` unless by a manager, `view_changed` when the view is not the one that was seen.
 */
export type SharedViews = {
  list(principal: Principal): Promise<Views>;
  share(view: ViewBody, principal: Principal): Promise<Views>;
  change(id: string, change: ViewChangeBody, principal: Principal): Promise<Views>;
  remove(id: string, version: number, principal: Principal): Promise<Views>;
};

type Parts = TeamFileParts & { now: () => Date };
type Edit = (views: readonly SharedView[]) => SharedView[];

const fileSchema = z.object({
  format: z.literal(1),
  views: z.array(sharedViewSchema).check(z.maxLength(MOST_SHARED_VIEWS)),
});

export function createSharedViews({ now, ...parts }: Parts): SharedViews {
  const file = createTeamFile(parts, {
    what: 'the shared views',
    schema: fileSchema,
    empty: { format: 1, views: [] },
  });

  async function edited(who: Identity, edit: Edit): Promise<Views> {
    authorise(who, 'share_views');
    const { views } = await file.edit((before) => ({ format: 1, views: edit(before.views) }));
    return { views };
  }

  const signed = ({ account }: Identity) => ({
    shared_by: account?.email ?? '',
    shared_at: now().toISOString(),
  });

  return {
    async list({ who }) {
      authorise(who, 'read');
      const { views } = await file.read();
      return shownTo(who, { views }, (all) => ({ views: viewsForViewers(all.views) }));
    },

    share: async ({ id, name, page, query }, { who }) =>
      edited(who, (views) => {
        if (views.some((view) => view.id === id)) throw changed('This view is shared already.');
        if (views.length >= MOST_SHARED_VIEWS) {
          throw invalid(
            'name',
            `would be the name of one view too many: there are ${views.length}`,
          );
        }
        const view = { id, name: tidyName(name), page, query, version: 1, ...signed(who) };
        refuseName(view, views);
        return [...views, view];
      }),

    change: async (id, { version, name, page, query }, { who }) =>
      edited(who, (views) => {
        const before = seen(views, id, version);
        const after = {
          id,
          name: tidyName(name),
          page,
          query,
          version: version + 1,
          ...signed(who),
        };
        refuseName(after, views);
        return views.map((view) => (view === before ? after : view));
      }),

    remove: async (id, version, { who }) =>
      edited(who, (views) => {
        const before = seen(views, id, version);
        return views.filter((view) => view !== before);
      }),
  };
}

function seen(views: readonly SharedView[], id: string, version: number): SharedView {
  const view = views.find((each) => each.id === id);
  if (!view) throw new CallscopeError('not_found', 'This view is not shared any more.');
  if (view.version === version) return view;
  throw changed('Somebody has changed this view meanwhile.');
}

function refuseName(view: SharedView, views: readonly SharedView[]): void {
  const problem = nameProblem(view.name, views, view);
  if (problem !== undefined) throw invalid('name', problem);
}

function invalid(field: string, message: string): CallscopeError {
  return new CallscopeError('invalid_request', message, { errors: [{ field, message }] });
}

function changed(message: string): CallscopeError {
  return new CallscopeError('view_changed', message);
}
