/** Where somebody is in a list. */
export type ListPlace = {
  /** The row at the upper edge: its call, its place on the page, and how many pixels below the edge it begins. */
  top: { id: string; index: number; below: number } | null;
  /** The row that the keyboard is at. */
  row: string | null;
};

type Shelf = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'callscope.places';
/** Lists beyond so many are forgotten, those not seen for longest first. */
const MOST = 30;
const START: ListPlace = { top: null, row: null };

/** The places in the lists of this tab, by what tells a list from others; kept over a reload once saved. */
export function createListPlaces(shelf: Shelf) {
  let places: Map<string, ListPlace> | undefined;
  const all = () => {
    places ??= new Map(read(shelf));
    return places;
  };
  return {
    find: (list: string): ListPlace | undefined => all().get(list),
    keep(list: string, change: Partial<ListPlace>): void {
      const place = { ...START, ...all().get(list), ...change };
      all().delete(list);
      all().set(list, place);
      for (const oldest of [...all().keys()].slice(0, -MOST)) all().delete(oldest);
    },
    save(): void {
      try {
        if (places) shelf.setItem(KEY, JSON.stringify([...places]));
      } catch {
        // A browser that keeps nothing: a page loaded again starts at the top.
      }
    },
  };
}

/** What somebody else has left there counts as nothing. */
function read(shelf: Shelf): [string, ListPlace][] {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is [string, ListPlace] {
  if (!Array.isArray(value) || value.length !== 2 || typeof value[0] !== 'string') return false;
  const { top, row } = fieldsOf<ListPlace>(value[1]);
  return (row === null || typeof row === 'string') && (top === null || isTop(top));
}

function isTop(value: unknown): boolean {
  const { id, index, below } = fieldsOf<NonNullable<ListPlace['top']>>(value);
  return typeof id === 'string' && Number.isSafeInteger(index) && Number.isFinite(below);
}

/** Guarantee: of what is asked for it says nothing but that it may be there. */
function fieldsOf<T>(value: unknown): Partial<Record<keyof T, unknown>> {
  return (typeof value === 'object' && value !== null ? value : {}) as Partial<
    Record<keyof T, unknown>
  >;
}
