import * as z from 'zod';
import type { Session } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import { TABLES } from '@/lib/server/index/schema';

/** What was common to the documents of a page: documents that are packed with it take a fifth less. */
export type Dictionary = { code: number; bytes: Uint8Array };

/** Fewer documents do not show what is common. */
const LEAST_DOCUMENTS = 100;
/** Packing looks no further back. */
const MOST_BYTES = 32_768;

const dictionaryRow = z.object({ code: z.number(), bytes: z.instanceof(Uint8Array) });

type Reader = Pick<Session, 'query'>;

/** What each reader has read: once written, a dictionary stays as it is. */
const readBefore = new WeakMap<Reader, ReadonlyMap<number, Uint8Array>>();

/** The bytes of these dictionaries, and of others, by code; 0 stands for none. */
export async function dictionariesOf(
  reader: Reader,
  codes: Iterable<number>,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const known = readBefore.get(reader) ?? new Map<number, Uint8Array>();
  if ([...codes].every((code) => code === 0 || known.has(code))) return known;
  const all = new Map((await readAll(reader)).map(({ code, bytes }) => [code, bytes]));
  readBefore.set(reader, all);
  return all;
}

/**
 * The one to pack with, in a transaction: the first page that is large enough leaves it. Undefined while no page was
 * large enough to learn from.
 */
export async function dictionaryFor(
  session: Session,
  documents: readonly string[],
): Promise<Dictionary | undefined> {
  const newest = (await readAll(session)).at(-1);
  if (newest || documents.length < LEAST_DOCUMENTS) return newest;
  const first: Dictionary = { code: 1, bytes: learnt(documents) };
  await session.append('dictionary', TABLES.dictionary, [[first.code, first.bytes]]);
  return first;
}

function readAll(reader: Reader): Promise<Dictionary[]> {
  return reader.query(sql`SELECT code, bytes FROM dictionary ORDER BY code`, dictionaryRow);
}

/** Documents from all over the page, as many as go in. */
function learnt(documents: readonly string[]): Uint8Array {
  const length = documents.reduce((sum, document) => sum + document.length, 0);
  const step = Math.max(1, Math.ceil(length / MOST_BYTES));
  const some = documents.filter((_, index) => index % step === 0);
  return Buffer.from(some.join('\n')).subarray(0, MOST_BYTES);
}
