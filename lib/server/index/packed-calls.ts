import { isAscii } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import type { Call } from '@/lib/call/call';
import { blockOf, slotOf } from './blocks';
import { keptCall } from './kept-call';

/** Where calls lie, in the order asked for, and the blocks they lie in: nothing that another thread could not take. */
export type PackedCalls = {
  /** `id,place` of each, with semicolons in between. Ids hold neither. */
  places: string;
  blocks: readonly PackedBlock[];
  /** The blocks' bytes, one after the other. */
  bytes: Uint8Array<ArrayBuffer>;
  dictionaries: ReadonlyMap<number, Uint8Array>;
};

/** A block's number, the code of its dictionary, and where its bytes are. */
export type PackedBlock = { block: number; dictionary: number; start: number; end: number };

/** So many unpacked blocks are held: calls in the order of time come from few, and any others from all of them. */
const MOST_UNPACKED = 64;

/** The calls in their order, each unpacked when its turn comes. A call that has no document is left out. */
export function* callsOf({ places, blocks, bytes, dictionaries }: PackedCalls): Iterable<Call> {
  const byNumber = new Map(blocks.map((block) => [block.block, block]));
  const unpacked = new Map<number, string[]>();
  const linesOf = (number: number): string[] => {
    const known = unpacked.get(number);
    if (known) return known;
    const block = byNumber.get(number);
    if (!block) return [];
    const packed = bytes.subarray(block.start, block.end);
    const dictionary = dictionaries.get(block.dictionary);
    const lines = textOf(inflateRawSync(packed, { dictionary })).split('\n');
    if (unpacked.size >= MOST_UNPACKED) unpacked.clear();
    unpacked.set(number, lines);
    return lines;
  };
  for (const { id, place } of placesOf(places)) {
    const json = linesOf(blockOf(place))[slotOf(place)];
    if (json) yield keptCall(id, json);
  }
}

/** Most calls are written in ASCII alone, which is read in a fifth of the time. */
function textOf(bytes: Buffer): string {
  return bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
}

/** Reads {@link PackedCalls.places}. */
export function placesOf(text: string): { id: string; place: number }[] {
  if (text === '') return [];
  return text.split(';').map((pair) => {
    const comma = pair.indexOf(',');
    return { id: pair.slice(0, comma), place: Number(pair.slice(comma + 1)) };
  });
}
