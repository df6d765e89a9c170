import * as z from 'zod';
import type { CallMeasures } from '@/lib/call/conversation/keys';
import { keptMeasureValues, MEASURES_VERSION } from '@/lib/call/conversation/measures';
import type { SpokenTurn } from '@/lib/call/transcript/spoken-turns';
import type { Session } from '@/lib/server/index/engine/driver';
import { amongNumbers, sql } from '@/lib/server/index/engine/sql';
import { writeMeasures } from '@/lib/server/index/measures';
import { WORDS_VERSION } from './postings';
import { eachText } from './texts';
import { forgetWords, writeWords } from './words';

/** So many are measured at once. */
const BATCH = 500;

const number = z.nullable(z.number());
const dueRow = z.object({
  place: z.number(),
  tool_calls: number,
  tool_errors: number,
  is_measured: z.boolean(),
  is_worded: z.boolean(),
});

/**
 * Measures conversations anew from what is kept of them, inside a transaction, that were measured by other definitions
 * or never, and takes words anew that were taken in another way. How many calls that were is given back; how tools were
 * used stays as it was read.
 */
export async function remeasure(session: Session): Promise<number> {
  const due = await session.query(
    sql`SELECT * FROM (
          SELECT k.place, k.tool_calls, k.tool_errors,
                 coalesce(k.measured_by, 0) = ${MEASURES_VERSION}
                   OR (t.packed IS NULL AND k.tool_calls IS NULL) AS is_measured,
                 t.packed IS NULL OR coalesce(t.worded_by, 0) = ${WORDS_VERSION} AS is_worded
          FROM call k JOIN transcript t ON t.place = k.place) known
        WHERE NOT is_measured OR NOT is_worded LIMIT ${BATCH}`,
    dueRow,
  );
  const spoken = new Map<number, readonly SpokenTurn[]>();
  await eachText(
    session,
    due.map(({ place }) => place),
    (place, turns) => spoken.set(place, turns),
  );
  await writeMeasures(
    session,
    new Map(
      due.flatMap(({ place, is_measured, ...used }): [number, CallMeasures][] =>
        // Where nobody spoke there is no text.
        is_measured ? [] : [[place, keptMeasureValues(spoken.get(place) ?? [], used)]],
      ),
    ),
  );
  await rewrite(
    session,
    due.flatMap(({ place, is_worded }) => (is_worded ? [] : [place])),
    spoken,
  );
  return due.length;
}

/** Writes the words of the calls at places in place of those that were written before. */
async function rewrite(
  session: Session,
  places: readonly number[],
  spoken: ReadonlyMap<number, readonly SpokenTurn[]>,
): Promise<void> {
  if (places.length === 0) return;
  const isTheirs = amongNumbers('place', places);
  const before = await session.query(
    sql`SELECT place FROM transcript WHERE ${isTheirs} AND worded_by IS NOT NULL`,
    dueRow.pick({ place: true }),
  );
  await forgetWords(
    session,
    before.map(({ place }) => place),
  );
  const said = places.map((place) => [place, spoken.get(place) ?? []] as const);
  await writeWords(session, new Map(said));
  await session.run(sql`UPDATE transcript SET worded_by = ${WORDS_VERSION} WHERE ${isTheirs}`);
}
