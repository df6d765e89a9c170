import * as z from 'zod';

/** The path of a field and what was done about it follow from what the schema says is wrong with it. */
type Issue = Pick<z.core.$ZodIssue, 'path' | 'code'> & { expected?: unknown };
type Removal = { list: unknown[]; index: number };

/** Far deeper than anything that is sent on purpose, and far from where walking a value overflows the stack. */
export const DEEPEST = 64;

/**
 * Reads a record whose fields can be written in another way than its schema says: what says the same in another type
 * is turned into the right one, what does not fit is taken out and its path added to `odd`. Undefined where that does
 * not help, which is only where something is missing that has to be there.
 */
export function repaired<T>(
  schema: z.core.$ZodType<T>,
  record: Record<string, unknown>,
  { at, odd }: { at: string; odd: string[] },
): T | undefined {
  const shallow = withoutDepths(record, at, odd);
  const outcome = z.safeParse(schema, shallow);
  if (outcome.success) return outcome.data;
  const copy = structuredClone(shallow);
  const removals = outcome.error.issues.flatMap((issue) => mend(copy, issue, { at, odd }));
  // From the back, so that the places of those before stay right.
  for (const { list, index } of removals.sort((a, b) => b.index - a.index)) list.splice(index, 1);
  const again = z.safeParse(schema, copy);
  return again.success ? again.data : undefined;
}

/** Mends one field; an element of a list that does not fit is given back, to be taken out with the others. */
function mend(
  copy: unknown,
  { path, expected }: Issue,
  { at, odd }: { at: string; odd: string[] },
): Removal[] {
  const key = path.at(-1);
  const parent = path.slice(0, -1).reduce(inside, copy);
  if (key === undefined || typeof parent !== 'object' || parent === null) return [];
  const meant = asExpected(expected, Reflect.get(parent, key));
  if (meant !== undefined) {
    Reflect.set(parent, key, meant);
    return [];
  }
  odd.push(`${at}${path.map(String).join('.')}`);
  if (Array.isArray(parent)) return [{ list: parent, index: Number(key) }];
  Reflect.deleteProperty(parent, key);
  return [];
}

function inside(value: unknown, key: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}

/** The same in the type that was expected, where that loses nothing. */
function asExpected(expected: unknown, sent: unknown): unknown {
  if (expected === 'string') return typeof sent === 'number' ? String(sent) : undefined;
  if (expected !== 'boolean') return undefined;
  if (sent === 1 || sent === '1' || sent === 'true') return true;
  return sent === 0 || sent === '0' || sent === 'false' ? false : undefined;
}

function withoutDepths(record: Record<string, unknown>, at: string, odd: string[]) {
  const deep = Object.keys(record).filter((key) => isDeeperThan(DEEPEST, record[key]));
  if (deep.length === 0) return record;
  odd.push(...deep.map((key) => `${at}${key}`));
  return Object.fromEntries(Object.entries(record).filter(([key]) => !deep.includes(key)));
}

/** Whether walking or writing a value could overflow the stack. */
export function isDeeperThan(levels: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (levels === 0) return true;
  return Object.values(value).some((each) => isDeeperThan(levels - 1, each));
}
