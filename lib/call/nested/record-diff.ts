import { equalData, isDivisible } from './nested-data';

/** What a record has under a field. */
export type DiffCell =
  /** The record itself is not known. */
  | { kind: 'unknown' }
  /** The field is not in the record. */
  | { kind: 'missing' }
  | { kind: 'null' }
  | { kind: 'plain'; value: string | number | boolean }
  /** Its parts follow in rows of their own, one level deeper. */
  | { kind: 'parts' }
  /** An object or a list that was not taken apart. */
  | { kind: 'json'; text: string };

export type DiffRow = {
  /** The field's own key; for an item of a list its place, counted from 1. */
  key: string;
  /** Whether `key` is a place in a list. */
  listed: boolean;
  /** 0 for the fields of the records themselves. */
  depth: number;
  /** One for each record, in their order. */
  cells: DiffCell[];
  /** Whether all known records have the very same here; what is missing and what is null are not the same. */
  same: boolean;
};

export type RecordDiff = {
  rows: DiffRow[];
  /** There was more than can be shown. */
  cut: boolean;
};

const MAX_DEPTH = 5;
const MAX_ROWS = 500;

/** Not values that data could hold. */
const UNKNOWN = Symbol('unknown');
const MISSING = Symbol('missing');

/**
 * Records of unknown shape side by side, field by field in the order in which fields are first met. A record that is
 * null has no fields; one that is undefined is not known and makes no difference.
 */
export function diffRecords(
  records: readonly (Readonly<Record<string, unknown>> | null | undefined)[],
): RecordDiff {
  const rows: DiffRow[] = [];
  const add = (values: readonly unknown[], key: string, listed: boolean, depth: number): void => {
    if (rows.length > MAX_ROWS) return;
    const divided = depth < MAX_DEPTH ? values.filter(isDivisible) : [];
    const lists = divided.filter(Array.isArray);
    // A list beside an object has no parts in common with it.
    const isDivided = divided.length > 0 && (lists.length === 0 || lists.length === divided.length);
    const cells = values.map((value) => cellOf(value, isDivided));
    rows.push({ key, listed, depth, cells, same: areSame(values) });
    if (!isDivided) return;
    for (const [name, parts] of partsByName(values)) add(parts, name, lists.length > 0, depth + 1);
  };
  const values = records.map((record) => (record === undefined ? UNKNOWN : record));
  for (const [key, parts] of partsByName(values)) add(parts, key, false, 0);
  return { rows: rows.slice(0, MAX_ROWS), cut: rows.length > MAX_ROWS };
}

/** The parts of all values that have any, each with what every value has in its place. */
function partsByName(values: readonly unknown[]): Map<string, unknown[]> {
  const byName = new Map<string, unknown[]>();
  for (const [place, value] of values.entries()) {
    if (!isDivisible(value)) continue;
    for (const [key, part] of Object.entries(value)) {
      const name = Array.isArray(value) ? String(Number(key) + 1) : key;
      const parts = byName.get(name) ?? values.map((each) => (each === UNKNOWN ? each : MISSING));
      parts[place] = part;
      byName.set(name, parts);
    }
  }
  return byName;
}

function cellOf(value: unknown, isDivided: boolean): DiffCell {
  if (value === UNKNOWN) return { kind: 'unknown' };
  if (value === MISSING || value === undefined) return { kind: 'missing' };
  if (value === null) return { kind: 'null' };
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return { kind: 'plain', value };
  if (isDivided && isDivisible(value)) return { kind: 'parts' };
  return { kind: 'json', text: JSON.stringify(value) };
}

function areSame(values: readonly unknown[]): boolean {
  const [first, ...others] = values.filter((value) => value !== UNKNOWN);
  return others.every((other) => equalData(first, other));
}
