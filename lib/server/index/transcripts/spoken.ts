import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { listed, sql } from '@/lib/server/index/engine/sql';
import { eachPlace } from './packed-places';

/** Who said a word on the call at each place, as bits; 0, or beyond its end: nobody. */
export type SpokenAt = Uint8Array<ArrayBuffer>;

const row = z.object({
  word: z.nullable(z.number()),
  run: z.nullable(z.number()),
  sides: z.nullable(z.number()),
  packed: z.nullable(z.instanceof(Uint8Array)),
  places: z.nullable(z.string()),
});
const lastRow = z.object({ last: z.nullable(z.number()) });

/** Who said each of some words, given as digests, on which calls, as of one moment. */
export async function readSpoken(
  reader: Reader,
  words: readonly number[],
): Promise<ReadonlyMap<number, SpokenAt>> {
  const among = sql`word IN (${listed(words)})`;
  // One statement: between two, words that waited could have been put away.
  const rows = await reader.query(
    sql`SELECT word, run, NULL AS sides, packed, NULL AS places FROM spoken WHERE ${among}
        UNION ALL
        SELECT word, NULL, sides, NULL, string_agg(CAST(place AS VARCHAR), ',')
        FROM spoken_new WHERE ${among} GROUP BY word, sides
        UNION ALL
        SELECT NULL, run, NULL, NULL, string_agg(CAST(place AS VARCHAR), ',')
        FROM spoken_gone GROUP BY run`,
    row,
  );
  const [end] = await reader.query(sql`SELECT max(place) AS last FROM transcript`, lastRow);
  const spoken = new Map(words.map((word) => [word, new Uint8Array((end?.last ?? -1) + 1)]));
  const gone = new Map<number, number>();
  for (const { word, run, places } of rows)
    if (word === null) for (const place of numbersIn(places)) gone.set(place, run ?? 0);
  for (const { word, run, sides, packed, places } of rows) {
    const at = word === null ? undefined : spoken.get(word);
    if (!at) continue;
    const note = (place: number, by: number) => {
      at[place] = (at[place] ?? 0) | by;
    };
    if (packed === null) for (const place of numbersIn(places)) note(place, sides ?? 0);
    else if (gone.size === 0) eachPlace(packed, note);
    else
      eachPlace(packed, (place, by) => {
        if ((gone.get(place) ?? 0) <= (run ?? 0)) note(place, by);
      });
  }
  return spoken;
}

function numbersIn(places: string | null): number[] {
  return places === null ? [] : places.split(',').map(Number);
}
