import type { SavedView } from '@/lib/views/saved-view';
import type { StoredViews } from '@/lib/views/stored-views';

type Edit = (stored: StoredViews) => StoredViews;

/** The changes of the kept views. Each is made to what is kept at that moment, whatever another tab did before. */

export function adding(view: SavedView): Edit {
  return editing((views) => [...views, view]);
}

/** A view that is gone meanwhile comes back by it: it says what the person sees. */
export function replacing(view: SavedView): Edit {
  return editing((views) =>
    views.some(({ id }) => id === view.id)
      ? views.map((each) => (each.id === view.id ? view : each))
      : [...views, view],
  );
}

export function removing({ id }: SavedView): Edit {
  return editing((views) => views.filter((each) => each.id !== id));
}

/** Takes a removal back; the view stands where it stood. */
export function restoring(view: SavedView, at: number): Edit {
  return editing((views) =>
    views.some(({ id }) => id === view.id) ? views : views.toSpliced(at, 0, view),
  );
}

/** Throws away what could not be read. */
export const discardingUnreadable: Edit = ({ views }) => ({ views, unreadable: [] });

function editing(edit: (views: readonly SavedView[]) => readonly SavedView[]): Edit {
  return ({ views, unreadable }) => ({ views: edit(views), unreadable });
}
