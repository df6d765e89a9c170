import * as z from 'zod';
import type { MeasureValues } from '@/lib/call/conversation/keys';
import { measureValues } from '@/lib/call/conversation/measures';
import { type SpokenTurn, spokenTurnsOf } from '@/lib/call/transcript/spoken-turns';
import { turnsOf } from '@/lib/call/transcript/turns';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { amongIds, amongNumbers, raw, sql } from '@/lib/server/index/engine/sql';
import { writeMeasures } from '@/lib/server/index/measures';
import type { KeptTranscript } from '@/lib/server/index/store';
import { TABLES } from '@/lib/server/index/tables';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { postingsOf } from './postings';
import { packTexts } from './texts';

/** So many words are sorted and put away together: those of about 200 calls. */
const ENOUGH_WORDS = 30_000;

const placeRow = z.object({ place: z.number() });
const countRow = z.object({ count: z.number() });

/**
 * Writes what was said inside a transaction, in place of what was known of the same calls. What is worked out from
 * whole transcripts is worked out here: they are kept as what was said and no more.
 */
export async function writeTranscripts(
  session: Session,
  batch: readonly KeptTranscript[],
): Promise<void> {
  const present = await stillThere(session, batch);
  await forgetTranscripts(
    session,
    present.map(({ of }) => of.place),
  );
  const said = new Map<number, readonly SpokenTurn[]>();
  const measured = new Map<number, MeasureValues>();
  await forEachYielding(present, ({ of, transcript }) => {
    measured.set(of.place, measureValues(turnsOf(transcript?.messages ?? [])));
    const turns = transcript === null ? [] : spokenTurnsOf(transcript);
    if (turns.length > 0) said.set(of.place, turns);
  });
  const packed = await packTexts(session, said);
  await session.append(
    'transcript',
    TABLES.transcript,
    present.map(({ of: { place, course }, again }) => [
      place,
      course,
      again,
      ...(packed.get(place) ?? ([0, null] satisfies [Cell, Cell])),
    ]),
  );
  await writeWords(session, said);
  await writeMeasures(session, measured);
}

/** A call that is gone meanwhile leaves nothing. */
async function stillThere(
  session: Session,
  batch: readonly KeptTranscript[],
): Promise<KeptTranscript[]> {
  const places = batch.map(({ of }) => of.place);
  const rows = await session.query(
    sql`SELECT place FROM call WHERE ${amongNumbers('place', places)} AND absences < 2`,
    placeRow,
  );
  const present = new Set(rows.map(({ place }) => place));
  return batch.filter(({ of }) => present.has(of.place));
}

async function writeWords(
  session: Session,
  said: ReadonlyMap<number, readonly SpokenTurn[]>,
): Promise<void> {
  const rows: [word: number, place: number, sides: number][] = [];
  await forEachYielding(said, ([place, turns]) => {
    for (const [word, sides] of postingsOf(turns)) rows.push([word, place, sides]);
  });
  if (rows.length >= ENOUGH_WORDS) {
    rows.sort(([a, , x], [b, , y]) => a - b || x - y);
    await session.append('spoken', TABLES.spoken, rows);
    return;
  }
  await session.append('spoken_new', TABLES.spoken_new, rows);
  const [waiting] = await session.query(sql`SELECT count(*) AS count FROM spoken_new`, countRow);
  if ((waiting?.count ?? 0) < ENOUGH_WORDS) return;
  await session.run(
    raw('INSERT INTO spoken SELECT word, place, sides FROM spoken_new ORDER BY word, sides'),
  );
  await session.run(raw('DELETE FROM spoken_new'));
}

/** Forgets what is known of the transcripts of the calls at some places, in a transaction. */
async function forgetTranscripts(session: Session, places: readonly number[]): Promise<void> {
  const known = await session.query(
    sql`SELECT place FROM transcript WHERE ${amongNumbers('place', places)}`,
    placeRow,
  );
  if (known.length === 0) return;
  const among = amongNumbers(
    'place',
    known.map(({ place }) => place),
  );
  for (const table of ['transcript', 'spoken', 'spoken_new'])
    await session.run(sql`DELETE FROM ${raw(table)} WHERE ${among}`);
}

/** The same for those of some calls that are gone. */
export async function forgetGone(session: Session, ids: readonly string[]): Promise<void> {
  const gone = await session.query(
    sql`SELECT place FROM call WHERE absences >= 2 AND id ${amongIds(ids)}`,
    placeRow,
  );
  if (gone.length === 0) return;
  await forgetTranscripts(
    session,
    gone.map(({ place }) => place),
  );
}
