import * as z from 'zod';
import type { MeasureValues } from '@/lib/call/conversation/keys';
import { keptMeasureValues, MEASURES_VERSION } from '@/lib/call/conversation/measures';
import type { Session } from '@/lib/server/index/engine/driver';
import { sql } from '@/lib/server/index/engine/sql';
import { writeMeasures } from '@/lib/server/index/measures';
import { eachText } from './texts';

/** So many are measured at once. */
const BATCH = 500;

const number = z.nullable(z.number());
const dueRow = z.object({ place: z.number(), tool_calls: number, tool_errors: number });

/**
 * Measures conversations anew from what is kept of them, inside a transaction, that were measured by other definitions
 * or never. How many that were is given back; how tools were used stays as it was read.
 */
export async function remeasure(session: Session): Promise<number> {
  const due = await session.query(
    sql`SELECT k.place, k.tool_calls, k.tool_errors
        FROM call k JOIN transcript t ON t.place = k.place
        WHERE (t.packed IS NOT NULL OR k.tool_calls IS NOT NULL) AND coalesce(k.measured_by, 0) <> ${MEASURES_VERSION}
        LIMIT ${BATCH}`,
    dueRow,
  );
  const tools = new Map(due.map(({ place, ...used }) => [place, used]));
  // Where nobody spoke there is no text.
  const measured = new Map<number, MeasureValues>(
    due.map(({ place, ...used }) => [place, keptMeasureValues([], used)]),
  );
  await eachText(session, [...tools.keys()], (place, turns) => {
    const used = tools.get(place);
    if (used) measured.set(place, keptMeasureValues(turns, used));
  });
  await writeMeasures(session, measured);
  return measured.size;
}
