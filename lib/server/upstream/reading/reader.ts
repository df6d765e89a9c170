import type * as z from 'zod/mini';
import { documented } from '@/lib/call/call';
import { isObject } from '@/lib/server/upstream/transport/body/body';
import { readFlag, readInstant, readNumber, readText, readWord, UNREADABLE } from './leaves';

/** What was set aside of a record: where it stood, and what was sent unless nothing was. */
export type SetAside = { path: string; sent?: unknown };

/**
 * Reads a value: gives it back itself where it fits its documented shape, a copy with what could be read of it
 * otherwise, or {@link UNREADABLE}. What of it does not fit is added to `odd`, with paths that start at the value.
 */
export type Reader = (value: unknown, odd: SetAside[]) => unknown;

/** More of one list is not named: a list that is odd all over would be nothing but names. */
const MOST_NAMED = 50;

/**
 * Makes the reader of a schema, once. Records come by the thousand and nearly all of them fit: for those nothing is
 * copied and nothing is written down.
 */
export function readerOf(schema: z.core.$ZodType): Reader {
  const { kind, always } = documented.get(schema) ?? {};
  const { def } = known(schema)._zod;
  switch (def.type) {
    case 'optional':
    case 'nullable':
      return readerOf(def.innerType);
    case 'string':
      if (kind === 'instant') return readInstant;
      return always ? readWord : readText;
    case 'number':
      return readNumber;
    case 'boolean':
      return readFlag;
    case 'array':
      return listReader(readerOf(def.element));
    case 'unknown':
      return (value) => value;
    case 'record':
      return (value) => (isObject(value) ? value : UNREADABLE);
    case 'object':
      return objectReader(def.shape, def.catchall !== undefined);
    default:
      throw new Error(`No reader is known for a schema of type ${def.type}`);
  }
}

/** Guarantee: every schema that zod makes is one of these. */
function known(schema: z.core.$ZodType): z.core.$ZodTypes {
  return schema as z.core.$ZodTypes;
}

type Field = { key: string; read: Reader; always: { otherwise?: string } | undefined };

function objectReader(shape: z.core.$ZodShape, isLoose: boolean): Reader {
  const fields = Object.entries(shape).map(
    ([key, schema]): Field => ({ key, read: readerOf(schema), always: alwaysOf(schema) }),
  );
  const read: Reader = (value, odd) =>
    isObject(value) ? readFields(fields, value, odd) : UNREADABLE;
  if (isLoose) return read;
  const keys = Object.keys(shape);
  return (value, odd) => {
    const all = read(value, odd);
    return isObject(all) ? cutDown(all, keys) : all;
  };
}

/** Whether a field is documented to be there in every record. */
function alwaysOf(schema: z.core.$ZodType): Field['always'] {
  return documented.get(schema)?.always;
}

function readFields(fields: readonly Field[], value: Record<string, unknown>, odd: SetAside[]) {
  let copy: Record<string, unknown> | undefined;
  for (const { key, read, always } of fields) {
    const sent = value[key];
    const isMissing = sent === undefined || sent === null;
    if (isMissing && !always) continue;
    const understood = isMissing ? UNREADABLE : readWithin(read, key, sent, odd);
    if (understood === sent) continue;
    copy ??= { ...value };
    if (understood !== UNREADABLE) {
      copy[key] = understood;
      continue;
    }
    setAside(odd, key, sent);
    if (always?.otherwise === undefined) delete copy[key];
    else copy[key] = always.otherwise;
  }
  return copy ?? value;
}

function listReader(read: Reader): Reader {
  return (value, odd) => {
    if (!Array.isArray(value)) return UNREADABLE;
    let copy: unknown[] | undefined;
    const most = odd.length + MOST_NAMED;
    // Counted by hand: lists of every call of every page pass through here.
    for (let index = 0; index < value.length; index += 1) {
      const item: unknown = value[index];
      const understood = readWithin(read, index, item, odd);
      if (understood !== item) copy ??= value.slice(0, index);
      if (understood === UNREADABLE) setAside(odd, String(index), item);
      else copy?.push(understood);
      if (odd.length > most) odd.length = most;
    }
    return copy ?? value;
  };
}

/** Reads a part of a value; the paths of what is odd in it get the part's name before them. */
function readWithin(read: Reader, name: string | number, part: unknown, odd: SetAside[]): unknown {
  const before = odd.length;
  const understood = read(part, odd);
  for (let index = before; index < odd.length; index += 1) {
    const one = odd[index];
    if (one) one.path = `${name}.${one.path}`;
  }
  return understood;
}

function setAside(odd: SetAside[], path: string, sent: unknown): void {
  odd.push(sent === undefined ? { path } : { path, sent });
}

/** What of the object has these keys. */
function cutDown(object: Record<string, unknown>, keys: readonly string[]) {
  const cut: Record<string, unknown> = {};
  for (const key of keys) if (key in object) cut[key] = object[key];
  return cut;
}
