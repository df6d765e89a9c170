import { isAscii } from 'node:buffer';
import { inflateRawSync } from 'node:zlib';
import type { Call } from '@/lib/call/call';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import { unpackMeasures } from '@/lib/server/index/measures';
import { blockOf, slotOf } from './blocks';
import { storedCall } from './stored-call';

/** Where calls lie, in the order asked for, and the blocks they lie in: nothing that another thread could not take. */
export type PackedCalls = {
  places: Int32Array<ArrayBuffer>;
  blocks: readonly PackedBlock[];
  /** The blocks' bytes, one after the other. */
  bytes: Uint8Array<ArrayBuffer>;
  dictionaries: ReadonlyMap<number, Uint8Array>;
  /** How each conversation went, packed, with commas between calls. */
  measures: string;
};

/** A block's number, the code of its dictionary, and where its bytes are. */
export type PackedBlock = { block: number; dictionary: number; start: number; end: number };

/**
 * So many bytes of unpacked blocks are held, however large calls are: calls in the order of time come from the same
 * few blocks, and any others hardly ever from one that was met before.
 */
const MOST_HELD = 200_000;

/**
 * The calls in their order, each unpacked when its turn comes.
 * @throws when the document of a call is missing
 */
export function* callsOf({ places, blocks, bytes, dictionaries }: PackedCalls): Iterable<Call> {
  const byNumber = new Map(blocks.map((block) => [block.block, block]));
  const unpacked = new Map<number, string[]>();
  let held = 0;
  const linesOf = (number: number): string[] => {
    const known = unpacked.get(number);
    if (known) return known;
    const block = byNumber.get(number);
    if (!block) return [];
    const packed = bytes.subarray(block.start, block.end);
    const dictionary = dictionaries.get(block.dictionary);
    const whole = inflateRawSync(packed, { dictionary });
    if (held > MOST_HELD) {
      unpacked.clear();
      held = 0;
    }
    const lines = linesIn(whole);
    unpacked.set(number, lines);
    held += whole.length;
    return lines;
  };
  for (const place of places) {
    yield storedCall(linesOf(blockOf(place))[slotOf(place)]);
  }
}

/** Line by line: most calls are in ASCII alone, and such text is read in half the time. */
function linesIn(bytes: Buffer): string[] {
  const lines: string[] = [];
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(LINE_FEED, start);
    const end = found === -1 ? bytes.length : found;
    const line = bytes.subarray(start, end);
    lines.push(line.toString(isAscii(line) ? 'latin1' : 'utf8'));
    start = end + 1;
  }
  return lines;
}

const LINE_FEED = 10;

/** How the conversation of each call went, in their order; undefined where its transcript was not read. */
export function measuresOf({ measures }: PackedCalls): (CallMeasures | undefined)[] {
  return measures.split(',').map(unpackMeasures);
}
