/** A value without parts; what was too deep to be taken apart is its JSON. */
export type PlainValue = string | number | boolean | null;

export type NestedRow = {
  /** The field's own key; for an item of a list its place, counted from 1. */
  key: string;
  /** The names that lead to it, without places in lists. */
  path: readonly string[];
  /** Whether `key` is a place in a list. */
  listed: boolean;
  /** 0 for the fields of the record itself. */
  depth: number;
  /** undefined: the row only names the rows below it. */
  value: PlainValue | undefined;
};

type NestedRows = {
  rows: NestedRow[];
  /** There was more than can be shown. */
  cut: boolean;
};

const MAX_DEPTH = 5;
const MAX_ROWS = 500;

/**
 * A record of unknown shape as the rows of a table, in the order of its keys: objects and lists name the rows of
 * their parts, which follow one level deeper. An empty object or list is a row with null.
 */
export function nestedRows(record: Record<string, unknown>): NestedRows {
  const rows: NestedRow[] = [];
  const add = (
    value: unknown,
    key: string,
    listed: boolean,
    above: readonly string[],
    depth: number,
  ): void => {
    if (rows.length > MAX_ROWS) return;
    const path = listed ? above : [...above, key];
    const parts = depth < MAX_DEPTH ? partsOf(value) : null;
    if (!parts || parts.length === 0) {
      rows.push({ key, path, listed, depth, value: parts ? null : plain(value) });
      return;
    }
    rows.push({ key, path, listed, depth, value: undefined });
    for (const [name, part] of parts) add(part, name, Array.isArray(value), path, depth + 1);
  };
  for (const [key, value] of Object.entries(record)) add(value, key, false, [], 0);
  return { rows: rows.slice(0, MAX_ROWS), cut: rows.length > MAX_ROWS };
}

/** The parts of an object or a list; null for a value that has none. */
function partsOf(value: unknown): [string, unknown][] | null {
  if (Array.isArray(value)) return value.map((item, index) => [String(index + 1), item]);
  return typeof value === 'object' && value !== null ? Object.entries(value) : null;
}

function plain(value: unknown): PlainValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value;
  return value === null || value === undefined ? null : JSON.stringify(value);
}
