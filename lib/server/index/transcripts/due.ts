import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { amongNumbers, listed, raw, sql } from '@/lib/server/index/engine/sql';
import type { DueTranscript, TranscriptContent } from '@/lib/server/index/store';
import { WORDS_VERSION } from './postings';

/** With these statuses a call is not over, unless it is known how long it was. */
const NOT_OVER = ['Scheduled', 'Queued', 'Initiated', 'Ringing', 'In progress'];
/** A status that nobody ever changed means nothing any more after so long. */
const OVER_AT_LAST_MS = 24 * 3_600_000;

const dueRow = z.object({
  id: z.string(),
  place: z.number(),
  course: z.string(),
  ended: z.number(),
});
const contentRow = z.object({ read: z.number(), without: z.number() });

/** What of a call tells whether its conversation may be another one than before. */
const COURSE = `concat_ws(' ', coalesce(k.status, 0), coalesce(k.duration, -1), coalesce(k.classification, 0))`;

export function readDueTranscripts(
  reader: Reader,
  now: number,
  limit: number,
  except: readonly number[],
): Promise<DueTranscript[]> {
  const others = except.length === 0 ? raw('true') : sql`NOT ${amongNumbers('k.place', except)}`;
  return reader.query(
    sql`SELECT k.id, k.place, ${raw(COURSE)} AS course, k.created + coalesce(k.duration, 0) AS ended
        FROM call k LEFT JOIN transcript t ON t.place = k.place
        WHERE k.absences < 2 AND k.created <= ${now}
        AND (k.duration IS NOT NULL OR k.created < ${now - OVER_AT_LAST_MS} OR k.status NOT IN
          (SELECT code FROM dimension WHERE kind = 'status' AND value IN (${listed(NOT_OVER)})))
        AND (t.place IS NULL OR t.due_at <= ${now} OR t.course <> ${raw(COURSE)})
        AND ${others}
        ORDER BY k.created DESC, k.id DESC LIMIT ${limit}`,
    dueRow,
  );
}

export async function readTranscriptContent(reader: Reader): Promise<TranscriptContent> {
  const [row] = await reader.query(
    // A text whose words are not taken from it yet is found by none of them.
    sql`SELECT count(*) FILTER (WHERE packed IS NULL OR worded_by = ${WORDS_VERSION}) AS read,
               count(*) FILTER (WHERE packed IS NULL) AS without FROM transcript`,
    contentRow,
  );
  return row ?? { read: 0, without: 0 };
}
