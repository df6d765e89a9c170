import * as z from 'zod';
import type { Session } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import { TABLES } from '@/lib/server/index/tables';

/** What was common to the documents of a page: documents that are packed with it take a fifth less. */
export type Dictionary = { code: number; bytes: Uint8Array };

const dictionaryRow = z.object({ code: z.number(), bytes: z.instanceof(Uint8Array) });

type Reader = Pick<Session, 'query'>;
type Table = 'dictionary' | 'transcript_dictionary';

/** The dictionaries of one kind of texts. */
export interface Dictionaries {
  /** The bytes of these dictionaries, and of others, by code; 0 stands for none. */
  of(reader: Reader, codes: Iterable<number>): Promise<ReadonlyMap<number, Uint8Array>>;
  /**
   * The one to pack with, in a transaction: the first page that is large enough leaves it. Undefined while no page was
   * large enough to learn from.
   */
  toPack(session: Session, documents: readonly string[]): Promise<Dictionary | undefined>;
}

/** Fewer documents than `least` do not show what is common; packing looks no further back than 32,768 bytes. */
export function dictionariesIn(table: Table, least: number, mostBytes = 32_768): Dictionaries {
  /** What each reader has read: once written, a dictionary stays as it is. */
  const readBefore = new WeakMap<Reader, ReadonlyMap<number, Uint8Array>>();
  const readAll = (reader: Reader): Promise<Dictionary[]> =>
    reader.query(sql`SELECT code, bytes FROM ${raw(table)} ORDER BY code`, dictionaryRow);

  return {
    async of(reader, codes) {
      const known = readBefore.get(reader) ?? new Map<number, Uint8Array>();
      if ([...codes].every((code) => code === 0 || known.has(code))) return known;
      const all = new Map((await readAll(reader)).map(({ code, bytes }) => [code, bytes]));
      readBefore.set(reader, all);
      return all;
    },
    async toPack(session, documents) {
      const newest = (await readAll(session)).at(-1);
      if (newest || documents.length < least) return newest;
      const first: Dictionary = { code: 1, bytes: learnt(documents, mostBytes) };
      await session.append(table, TABLES[table], [[first.code, first.bytes]]);
      return first;
    },
  };
}

/** Documents from all over the page, as many as go in. */
function learnt(documents: readonly string[], mostBytes: number): Uint8Array {
  const length = documents.reduce((sum, document) => sum + document.length, 0);
  const step = Math.max(1, Math.ceil(length / mostBytes));
  const some = documents.filter((_, index) => index % step === 0);
  return Buffer.from(some.join('\n')).subarray(0, mostBytes);
}
