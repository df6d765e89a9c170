import * as z from 'zod';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { amongNumbers, raw, sql } from '@/lib/server/index/engine/sql';
import { TABLES } from '@/lib/server/index/tables';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { eachPlace, packPlaces } from './packed-places';
import { postingsOf } from './postings';

/** So many words are put away as a run: those of some thousand calls. The larger a run, the less room each word takes. */
const ENOUGH_WORDS = 1_000_000;
/** Runs are freed of what no longer holds once that is said of so many calls, and of a part of all. */
const MANY_GONE = 1_000;
const LARGE_PART = 1 / 4;

const placeRow = z.object({ place: z.number() });
const countRow = z.object({ count: z.number() });
const runRow = z.object({ run: z.number() });
const goneRow = z.object({ place: z.number(), run: z.number() });
const newRow = z.object({ word: z.number(), sides: z.number(), places: z.string() });
const packedRow = z.object({ word: z.number(), packed: z.instanceof(Uint8Array) });

/** Writes which words were said on the calls at places, of which none is known, in a transaction. */
export async function writeWords(
  session: Session,
  said: ReadonlyMap<number, readonly SpokenTurn[]>,
): Promise<void> {
  const rows: [word: number, place: number, sides: number][] = [];
  await forEachYielding(said, ([place, turns]) => {
    for (const [word, sides] of postingsOf(turns)) rows.push([word, place, sides]);
  });
  // In order they take a third of the room, even those of one page.
  rows.sort(([a, , x], [b, , y]) => a - b || x - y);
  await session.append('spoken_new', TABLES.spoken_new, rows);
  const [waiting] = await session.query(sql`SELECT count(*) AS count FROM spoken_new`, countRow);
  if ((waiting?.count ?? 0) < ENOUGH_WORDS) return;
  await putWordsAway(session);
  if (await areManyGone(session)) await sweepRuns(session);
}

/** Makes a run of the words that wait, in a transaction. */
export async function putWordsAway(session: Session): Promise<void> {
  const rows = await session.query(
    sql`SELECT word, sides, string_agg(CAST(place AS VARCHAR), ',') AS places
        FROM spoken_new GROUP BY word, sides ORDER BY word, sides`,
    newRow,
  );
  const run = await nextRun(session);
  const bySides = new Map<number, number[]>();
  const packed: Cell[][] = [];
  await forEachYielding(rows.entries(), ([at, { word, sides, places }]) => {
    bySides.set(
      sides,
      places
        .split(',')
        .map(Number)
        .sort((a, b) => a - b),
    );
    if (rows[at + 1]?.word === word) return;
    packed.push([word, run, packPlaces(bySides)]);
    bySides.clear();
  });
  await session.append('spoken', TABLES.spoken, packed);
  await session.run(raw('DELETE FROM spoken_new'));
}

async function nextRun(session: Session): Promise<number> {
  const [last] = await session.query(
    sql`SELECT coalesce(max(run), 0) + 1 AS run FROM spoken`,
    runRow,
  );
  return last?.run ?? 1;
}

/** Forgets the words of the calls at places, whose words were written before, in a transaction. */
export async function forgetWords(session: Session, places: readonly number[]): Promise<void> {
  if (places.length === 0) return;
  const among = amongNumbers('place', places);
  const rows = await session.query(
    sql`SELECT DISTINCT place FROM spoken_new WHERE ${among}`,
    placeRow,
  );
  const waiting = new Set(rows.map(({ place }) => place));
  if (waiting.size > 0) await session.run(sql`DELETE FROM spoken_new WHERE ${among}`);
  // Of those that waited, whatever a run says no longer held before.
  const put = places.filter((place) => !waiting.has(place));
  if (put.length === 0) return;
  const run = await nextRun(session);
  await session.run(sql`DELETE FROM spoken_gone WHERE ${amongNumbers('place', put)}`);
  await session.append(
    'spoken_gone',
    TABLES.spoken_gone,
    put.map((place) => [place, run]),
  );
}

async function areManyGone(session: Session): Promise<boolean> {
  const counts = await session.query(
    sql`SELECT count(*) AS count FROM spoken_gone UNION ALL SELECT count(*) FROM transcript`,
    countRow,
  );
  const [gone, all] = counts.map(({ count }) => count).sort((a, b) => a - b);
  return gone !== undefined && gone > MANY_GONE && gone > (all ?? 0) * LARGE_PART;
}

/** Frees all runs of what no longer holds, in a transaction. */
export async function sweepRuns(session: Session): Promise<void> {
  const gone = new Map(
    (await session.query(sql`SELECT place, run FROM spoken_gone`, goneRow)).map((row) => [
      row.place,
      row.run,
    ]),
  );
  const runs = await session.query(sql`SELECT DISTINCT run FROM spoken ORDER BY run`, runRow);
  for (const { run } of runs) {
    const rows = await session.query(
      sql`SELECT word, packed FROM spoken WHERE run = ${run} ORDER BY word`,
      packedRow,
    );
    const kept: Cell[][] = [];
    await forEachYielding(rows, ({ word, packed }) => {
      const bySides = new Map<number, number[]>();
      eachPlace(packed, (place, sides) => {
        if ((gone.get(place) ?? 0) > run) return;
        const places = bySides.get(sides);
        if (places) places.push(place);
        else bySides.set(sides, [place]);
      });
      if (bySides.size > 0) kept.push([word, run, packPlaces(bySides)]);
    });
    await session.run(sql`DELETE FROM spoken WHERE run = ${run}`);
    await session.append('spoken', TABLES.spoken, kept);
  }
  await session.run(raw('DELETE FROM spoken_gone'));
}
