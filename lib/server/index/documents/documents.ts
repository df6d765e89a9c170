import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { listed, sql } from '@/lib/server/index/engine/sql';
import { TABLES } from '@/lib/server/index/tables';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { blockOf, CALLS_OF_BLOCK, slotOf } from './blocks';
import { dictionariesIn } from './dictionaries';
import { maxOf, minOf } from './min-max';
import type { PackedCalls } from './packed-calls';

const dictionaries = dictionariesIn('dictionary', 100);

/** So many blocks are asked for at once; exports ask for thousands. */
const BLOCKS_OF_QUERY = 500;

/**
 * Each block takes a packer of its own. With zlib's usual 8 it takes 256 kB of memory; blocks are so small that they
 * are packed as well with this.
 */
const MEMORY_LEVEL = 5;

const blockRow = z.object({
  block: z.number(),
  dictionary: z.number(),
  packed: z.instanceof(Uint8Array),
});

type Reader = Pick<Session, 'query'>;

/** The documents at places; a place where none was ever written is left out. */
export async function readDocuments(
  reader: Reader,
  places: readonly number[],
): Promise<Map<number, string>> {
  const wanted = new Map<number, number[]>();
  for (const place of places) {
    const others = wanted.get(blockOf(place));
    if (others) others.push(place);
    else wanted.set(blockOf(place), [place]);
  }
  const documents = new Map<number, string>();
  await eachBlock(reader, [...wanted.keys()], (block, lines) => {
    for (const place of wanted.get(block) ?? []) {
      const document = lines[slotOf(place)];
      if (document) documents.set(place, document);
    }
  });
  return documents;
}

/** The blocks that hold places, as they lie there, with the packed measures of their calls. */
export async function readPacked(
  reader: Reader,
  places: Int32Array<ArrayBuffer>,
  measures = '',
): Promise<PackedCalls> {
  const numbers = new Set<number>();
  for (const place of places) numbers.add(blockOf(place));
  const rows: z.infer<typeof blockRow>[] = [];
  for (const some of portions([...numbers])) rows.push(...(await readBlocks(reader, some)));
  const known = await dictionaries.of(reader, codesIn(rows));
  const bytes = new Uint8Array(rows.reduce((sum, { packed }) => sum + packed.length, 0));
  let end = 0;
  const blocks = rows.map(({ block, dictionary, packed }) => {
    const start = end;
    bytes.set(packed, start);
    end = start + packed.length;
    return { block, dictionary, start, end };
  });
  return { places, blocks, bytes, dictionaries: known, measures };
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
  await eachBlock(session, replaced.filter(isPartial), (block, before) =>
    fillIn(written.get(block) ?? [], before),
  );
  if (replaced.length > 0)
    await session.run(sql`DELETE FROM document WHERE block IN (${listed(replaced)})`);
  const newest = await dictionaries.toPack(session, [...documents.values()]);
  const rows: Cell[][] = [];
  await forEachYielding(written, ([block, lines]) => {
    const options = { dictionary: newest?.bytes, memLevel: MEMORY_LEVEL };
    rows.push([block, newest?.code ?? 0, deflateRawSync(lines.join('\n'), options)]);
  });
  await session.append('document', TABLES.document, rows);
}

/**
 * Gives each block's lines once. Node's packers that run beside it take three times the work for so little: they are
 * left out, and others have their turn in between.
 */
async function eachBlock(
  reader: Reader,
  blocks: readonly number[],
  give: (block: number, lines: string[]) => void,
): Promise<void> {
  for (const some of portions(blocks)) {
    const rows = await readBlocks(reader, some);
    const known = await dictionaries.of(reader, codesIn(rows));
    await forEachYielding(rows, ({ block, dictionary, packed }) => {
      const unpacked = inflateRawSync(packed, { dictionary: known.get(dictionary) });
      give(block, unpacked.toString().split('\n'));
    });
  }
}

function codesIn(rows: readonly z.infer<typeof blockRow>[]): Set<number> {
  return new Set(rows.map(({ dictionary }) => dictionary));
}

function* portions(blocks: readonly number[]): Iterable<readonly number[]> {
  for (let start = 0; start < blocks.length; start += BLOCKS_OF_QUERY)
    yield blocks.slice(start, start + BLOCKS_OF_QUERY);
}

/** Others may be among them where most of a stretch are wanted: to name its ends is faster than to name each. */
function readBlocks(reader: Reader, blocks: readonly number[]) {
  const [first, last] = [minOf(blocks), maxOf(blocks)];
  const wanted =
    last - first < blocks.length * DENSE
      ? sql`block BETWEEN ${first} AND ${last}`
      : sql`block IN (${listed(blocks)})`;
  return reader.query(
    sql`SELECT block, dictionary, packed FROM document WHERE ${wanted}`,
    blockRow,
  );
}

/** Blocks of a stretch for each one that is wanted. */
const DENSE = 1.25;

function emptyBlock(): string[] {
  return Array.from({ length: CALLS_OF_BLOCK }, () => '');
}

function fillIn(lines: string[], before: readonly string[]): void {
  before.forEach((document, slot) => {
    if (lines[slot] === '') lines[slot] = document;
  });
}
