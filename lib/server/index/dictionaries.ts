import * as z from 'zod';
import type { Session } from './driver';
import { TABLES } from './schema';
import { sql } from './sql';

/** What was common to the documents of a page: documents that are packed with it take a fifth less. */
export type Dictionary = { code: number; bytes: Uint8Array };

export type Dictionaries = {
  byCode: ReadonlyMap<number, Uint8Array>;
  /** The one to pack with; undefined while no page was large enough to learn from. */
  newest: Dictionary | undefined;
};

/** Fewer documents do not show what is common. */
const LEAST_DOCUMENTS = 100;
/** Packing looks no further back. */
const MOST_BYTES = 32_768;

const dictionaryRow = z.object({ code: z.number(), bytes: z.instanceof(Uint8Array) });

/** All dictionaries that documents were packed with. */
export async function readDictionaries(reader: Pick<Session, 'query'>): Promise<Dictionaries> {
  const rows = await reader.query(
    sql`SELECT code, bytes FROM dictionary ORDER BY code`,
    dictionaryRow,
  );
  return { byCode: new Map(rows.map(({ code, bytes }) => [code, bytes])), newest: rows.at(-1) };
}

/** The same for writing: the first page that is large enough leaves a dictionary, inside its transaction. */
export async function dictionariesFor(
  session: Session,
  documents: readonly string[],
): Promise<Dictionaries> {
  const known = await readDictionaries(session);
  if (known.newest || documents.length < LEAST_DOCUMENTS) return known;
  const first: Dictionary = { code: 1, bytes: learnt(documents) };
  await session.append('dictionary', TABLES.dictionary, [[first.code, first.bytes]]);
  return { byCode: new Map([[first.code, first.bytes]]), newest: first };
}

/** Documents from all over the page, as many as go in. */
function learnt(documents: readonly string[]): Uint8Array {
  const length = documents.reduce((sum, document) => sum + document.length, 0);
  const step = Math.max(1, Math.ceil(length / MOST_BYTES));
  const some = documents.filter((_, index) => index % step === 0);
  return Buffer.from(some.join('\n')).subarray(0, MOST_BYTES);
}
