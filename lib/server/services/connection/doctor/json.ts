import { parseInstant } from '@/lib/call/values/instants';

/** A record as HappyRobot sent it: nothing in it is certain. */
export type Row = Readonly<Record<string, unknown>>;

export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What lies at a path; undefined where the path ends early. */
export function at(value: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((inner, name) => (isRow(inner) ? inner[name] : undefined), value);
}

/** Text, also of a number; undefined for anything else, and for text without a character. */
export function textAt(value: unknown, ...path: readonly string[]): string | undefined {
  const found = at(value, ...path);
  if (typeof found === 'number') return String(found);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

export function listAt(value: unknown, ...path: readonly string[]): readonly unknown[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}

/** A whole number of at least 0, also as text. */
export function countAt(value: unknown, name: string): number | null {
  const found = textAt(value, name);
  return found !== undefined && /^\d{1,12}$/.test(found) ? Number(found) : null;
}

/** When a call was created, in milliseconds; undefined where it does not say so in a way that can be read. */
export function createdOf(row: Row): number | undefined {
  const created = parseInstant(row.created);
  return created === undefined ? undefined : Date.parse(created);
}
