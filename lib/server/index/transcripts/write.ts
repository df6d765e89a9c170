import * as z from 'zod';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import { measureValues } from '@/lib/call/conversation/measures';
import { type SpokenTurn, spokenTurnsOf } from '@/lib/call/transcript/spoken-turns';
import { turnsOf } from '@/lib/call/transcript/turns';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { amongIds, amongNumbers, sql } from '@/lib/server/index/engine/sql';
import { writeMeasures } from '@/lib/server/index/measures';
import type { KeptTranscript } from '@/lib/server/index/store';
import { TABLES } from '@/lib/server/index/tables';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { WORDS_VERSION } from './postings';
import { packTexts } from './texts';
import { forgetWords, writeWords } from './words';

/** Stamps are drawn from so many. */
const STAMPS = 2 ** 31 - 1;

const placeRow = z.object({ place: z.number() });
const knownRow = z.object({ place: z.number(), has_words: z.boolean() });

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
  const measured = new Map<number, CallMeasures>();
  await forEachYielding(present, ({ of, transcript }) => {
    measured.set(of.place, measureValues(turnsOf(transcript?.messages ?? [])));
    const turns = transcript === null ? [] : spokenTurnsOf(transcript);
    if (turns.length > 0) said.set(of.place, turns);
  });
  const packed = await packTexts(session, said);
  const stamp = Math.floor(Math.random() * STAMPS) + 1;
  await session.append(
    'transcript',
    TABLES.transcript,
    present.map(({ of: { place, course }, again }) => [
      place,
      course,
      again,
      ...(packed.get(place) ?? ([0, null] satisfies [Cell, Cell])),
      stamp,
      WORDS_VERSION,
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

/** Forgets what is known of the transcripts of the calls at some places, in a transaction. */
async function forgetTranscripts(session: Session, places: readonly number[]): Promise<void> {
  const among = amongNumbers('place', places);
  const known = await session.query(
    sql`SELECT place, packed IS NOT NULL AS has_words FROM transcript WHERE ${among}`,
    knownRow,
  );
  if (known.length === 0) return;
  await session.run(sql`DELETE FROM transcript WHERE ${among}`);
  await forgetWords(
    session,
    known.flatMap(({ place, has_words }) => (has_words ? [place] : [])),
  );
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
