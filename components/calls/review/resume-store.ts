/** Where somebody was in a view: which call, and its place in the list from 0, of so many. */
export type Bookmark = { call: string; place: number; count: number };

type Entry = Bookmark & { view: string };
type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'callscope.bookmarks';
/** Views beyond so many are forgotten, those not seen for longest first. */
const MOST = 30;
/** A view of a longer address is not remembered. */
const LONGEST_VIEW = 2000;

/** The last open call of a view, by the view's address, in this browser. */
export function createResumeStore(shelf: Shelf) {
  /** What somebody else has left there counts as nothing. */
  function read(): Entry[] {
    try {
      const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isEntry) : [];
    } catch {
      return [];
    }
  }
  return {
    find: (view: string): Bookmark | undefined => read().find((entry) => entry.view === view),
    keep(view: string, { call, place, count }: Bookmark): void {
      if (view.length > LONGEST_VIEW) return;
      const others = read().filter((entry) => entry.view !== view);
      const entries: Entry[] = [{ view, call, place, count }, ...others].slice(0, MOST);
      try {
        shelf.setItem(KEY, JSON.stringify(entries));
      } catch {
        // A browser that keeps nothing, or no more: one starts from the top the next time.
      }
    },
  };
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== 'object' || value === null) return false;
  const { view, call, place, count } = value as Partial<Record<keyof Entry, unknown>>;
  return typeof view === 'string' && typeof call === 'string' && isPlace(place) && isPlace(count);
}

function isPlace(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
