import { promisify } from 'node:util';
import { deflateRaw, inflateRaw } from 'node:zlib';
import * as z from 'zod';
import { type Dictionaries, dictionariesFor, readDictionaries } from './dictionaries';
import type { Session } from './driver';
import { TABLES } from './schema';
import { listed, sql } from './sql';

/**
 * Neighbours are packed together, a line of JSON each. A block of so many usually stays under 4 kB: the engine keeps
 * longer values apart, and reads them ten times slower where a page needs blocks from all over the index.
 */
const CALLS_OF_BLOCK = 8;
/** So many blocks are asked for at once; exports ask for thousands. */
const BLOCKS_OF_QUERY = 500;

/**
 * A page takes hundreds of packers at once. With zlib's usual 8 each holds 256 kB, which costs a quarter of the time
 * that a page takes; blocks are so small that they are packed as well with this.
 */
const MEMORY_LEVEL = 5;

const pack = promisify(deflateRaw);
const unpack = promisify(inflateRaw);

const blockRow = z.object({
  block: z.number(),
  dictionary: z.number(),
  packed: z.instanceof(Uint8Array),
});

type Reader = Pick<Session, 'query'>;

/**
 * What is read of the documents at places; a place where none was ever written is left out. Each is read as soon as
 * its block is unpacked, so that no block is held longer, and nobody is kept waiting by unpacking.
 */
export async function readDocuments<T>(
  reader: Reader,
  places: readonly number[],
  read: (document: string, place: number) => T,
): Promise<Map<number, T>> {
  const wanted = new Map<number, number[]>();
  for (const place of places) {
    const others = wanted.get(blockOf(place));
    if (others) others.push(place);
    else wanted.set(blockOf(place), [place]);
  }
  const documents = new Map<number, T>();
  const dictionaries = await readDictionaries(reader);
  await eachBlock(reader, dictionaries, [...wanted.keys()], (block, lines) => {
    for (const place of wanted.get(block) ?? []) {
      const document = lines[slotOf(place)];
      if (document) documents.set(place, read(document, place));
    }
  });
  return documents;
}

/**
 * Writes documents of one line each to their places inside a transaction, over those that were there. From `end` on
 * nothing has been written before.
 */
export async function writeDocuments(
  session: Session,
  documents: ReadonlyMap<number, string>,
  end: number,
): Promise<void> {
  const written = new Map<number, string[]>();
  for (const [place, document] of documents) {
    const lines = written.get(blockOf(place)) ?? emptyBlock();
    lines[slotOf(place)] = document;
    written.set(blockOf(place), lines);
  }
  const replaced = [...written.keys()].filter((block) => block * CALLS_OF_BLOCK < end);
  const isPartial = (block: number) => written.get(block)?.includes('') === true;
  const dictionaries = await dictionariesFor(session, [...documents.values()]);
  await eachBlock(session, dictionaries, replaced.filter(isPartial), (block, before) =>
    fillIn(written.get(block) ?? [], before),
  );
  if (replaced.length > 0)
    await session.run(sql`DELETE FROM document WHERE block IN (${listed(replaced)})`);
  const { newest } = dictionaries;
  const rows = await Promise.all(
    [...written].map(async ([block, lines]) => [
      block,
      newest?.code ?? 0,
      await pack(lines.join('\n'), { dictionary: newest?.bytes, memLevel: MEMORY_LEVEL }),
    ]),
  );
  await session.append('document', TABLES.document, rows);
}

/** Gives each block's lines once. */
async function eachBlock(
  reader: Reader,
  dictionaries: Dictionaries,
  blocks: readonly number[],
  give: (block: number, lines: string[]) => void,
): Promise<void> {
  for (let start = 0; start < blocks.length; start += BLOCKS_OF_QUERY) {
    const rows = await reader.query(
      sql`SELECT block, dictionary, packed FROM document
          WHERE block IN (${listed(blocks.slice(start, start + BLOCKS_OF_QUERY))})`,
      blockRow,
    );
    await Promise.all(
      rows.map(async ({ block, dictionary, packed }) => {
        const unpacked = await unpack(packed, { dictionary: dictionaries.byCode.get(dictionary) });
        give(block, unpacked.toString().split('\n'));
      }),
    );
  }
}

function emptyBlock(): string[] {
  return Array.from({ length: CALLS_OF_BLOCK }, () => '');
}

function fillIn(lines: string[], before: readonly string[]): void {
  before.forEach((document, slot) => {
    if (lines[slot] === '') lines[slot] = document;
  });
}

function blockOf(place: number): number {
  return Math.floor(place / CALLS_OF_BLOCK);
}

function slotOf(place: number): number {
  return place % CALLS_OF_BLOCK;
}
