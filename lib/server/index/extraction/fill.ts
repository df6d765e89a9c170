import * as z from 'zod';
import { readDocuments } from '@/lib/server/index/documents/documents';
import { storedCall } from '@/lib/server/index/documents/stored-call';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { raw, sql } from '@/lib/server/index/engine/sql';
import type { Dimensions } from '@/lib/server/index/write/dimensions';
import { extractionDigest } from '@/lib/server/index/write/fetched-call';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { extractedRows } from './rows';
import { writeExtracted } from './write';

/** So many calls are read at once. */
const BATCH = 2000;

const placeRow = z.object({ place: z.number() });

/**
 * Takes in what was found out on calls that were kept before that was asked about, from their documents, inside a
 * transaction. How many calls that were is given back.
 */
export async function fillExtracted(session: Session, dimensions: Dimensions): Promise<number> {
  const due = await session.query(
    sql`SELECT place FROM call WHERE extracted IS NULL LIMIT ${BATCH}`,
    placeRow,
  );
  if (due.length === 0) return 0;
  const documents = await readDocuments(
    session,
    due.map(({ place }) => place),
  );
  const rows: Cell[][] = [];
  const digests: string[] = [];
  await forEachYielding(due, ({ place }) => {
    const { extraction } = storedCall(documents.get(place));
    rows.push(...extractedRows(extraction, place, dimensions.extracted));
    digests.push(`(${place}, ${extractionDigest(extraction)})`);
  });
  await dimensions.flush(session);
  await writeExtracted(session, rows, []);
  await session.run(
    sql`UPDATE call SET extracted = d.digest FROM (VALUES ${raw(digests.join(', '))}) d (place, digest)
        WHERE call.place = d.place`,
  );
  return due.length;
}
