import { deflateRawSync, inflateRawSync } from 'node:zlib';
import * as z from 'zod';
import { SIDES } from '@/lib/call/transcript/sides';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import { dictionariesIn } from '@/lib/server/index/documents/dictionaries';
import type { Cell, Reader, Session } from '@/lib/server/index/engine/driver';
import { amongNumbers, sql } from '@/lib/server/index/engine/sql';
import { forEachYielding } from '@/lib/server/yielding-loop';

/** Each text is packed by itself: the whole dictionary is gone through for it. A fourth of the usual saves half of the time. */
const dictionaries = dictionariesIn('transcript_dictionary', 15, 8_192);
/** Beyond it packing looks for little and takes more memory. */
const MEMORY_LEVEL = 5;
/** So many texts are asked for at once: searches for phrases ask for all that have their words. */
const TEXTS_OF_QUERY = 2000;

const textRow = z.object({
  place: z.number(),
  dictionary: z.number(),
  packed: z.instanceof(Uint8Array),
});

/** A turn as it is packed: who (by number), hundredths of a second after what stands before it, for how long, what. */
type PackedTurn = [
  side: number,
  pause: number | null,
  length: number | null,
  text: string,
  ...cutOff: [] | [1],
];
/** As an index before version 12 packed it, whose texts stay as they are: the times are seconds of the call. */
type TimedTurn = [
  side: number,
  start: number | null,
  end: number | null,
  text: string,
  ...cutOff: [] | [1],
];
/** Stands before turns with pauses. */
const WITH_PAUSES = 12;
/** Nobody hears less than a hundredth of a second. */
const STEPS = 100;

/** Packs what was said on each of some calls, in a transaction: dictionary and bytes by place. */
export async function packTexts(
  session: Session,
  said: ReadonlyMap<number, readonly SpokenTurn[]>,
): Promise<Map<number, [dictionary: Cell, packed: Cell]>> {
  const texts = new Map([...said].map(([place, turns]) => [place, textOf(turns)]));
  const dictionary = await dictionaries.toPack(session, [...texts.values()]);
  const packed = new Map<number, [Cell, Cell]>();
  await forEachYielding(texts, ([place, text]) => {
    const options = { dictionary: dictionary?.bytes, memLevel: MEMORY_LEVEL };
    packed.set(place, [dictionary?.code ?? 0, deflateRawSync(text, options)]);
  });
  return packed;
}

/** Gives what was said on the calls at some places, one after the other; nothing of those without. */
export async function eachText(
  reader: Reader,
  places: readonly number[],
  give: (place: number, turns: SpokenTurn[]) => void,
): Promise<void> {
  for (let start = 0; start < places.length; start += TEXTS_OF_QUERY) {
    const some = places.slice(start, start + TEXTS_OF_QUERY);
    const rows = await reader.query(
      sql`SELECT place, dictionary, packed FROM transcript
          WHERE ${amongNumbers('place', some)} AND packed IS NOT NULL`,
      textRow,
    );
    const known = await dictionaries.of(reader, new Set(rows.map((row) => row.dictionary)));
    await forEachYielding(rows, ({ place, dictionary, packed }) => {
      const text = inflateRawSync(packed, { dictionary: known.get(dictionary) }).toString();
      give(place, turnsOf(text));
    });
  }
}

function textOf(turns: readonly SpokenTurn[]): string {
  let at = 0;
  const packed = turns.map(({ side, start, end, text, isCutOff }): PackedTurn => {
    const [from, until] = [stepsOf(start), stepsOf(end)];
    const pause = from === null ? null : from - at;
    at = until ?? from ?? at;
    const length = from === null || until === null ? null : until - from;
    return [SIDES.indexOf(side), pause, length, text, ...cutOffOf(isCutOff)];
  });
  return JSON.stringify([WITH_PAUSES, ...packed]);
}

function cutOffOf(isCutOff: true | undefined): [] | [1] {
  return isCutOff ? [1] : [];
}

function stepsOf(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * STEPS);
}

/** Guarantee: texts are written by the index alone. */
function turnsOf(json: string): SpokenTurn[] {
  const kept = JSON.parse(json) as TimedTurn[] | [typeof WITH_PAUSES, ...PackedTurn[]];
  const [first, ...rest] = kept;
  const turns = first === WITH_PAUSES ? timed(rest as PackedTurn[]) : (kept as TimedTurn[]);
  return turns.map(([side, start, end, text, cutOff]) => ({
    side: SIDES[side] ?? 'other',
    start,
    end,
    text,
    ...(cutOff && { isCutOff: true as const }),
  }));
}

function timed(turns: readonly PackedTurn[]): TimedTurn[] {
  let at = 0;
  return turns.map(([side, pause, length, ...rest]) => {
    const from = pause === null ? null : at + pause;
    const until = from === null || length === null ? null : from + length;
    at = until ?? from ?? at;
    return [side, inSeconds(from), inSeconds(until), ...rest];
  });
}

function inSeconds(steps: number | null): number | null {
  return steps === null ? null : steps / STEPS;
}
