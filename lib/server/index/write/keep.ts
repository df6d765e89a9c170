import * as z from 'zod';
import { writeDocuments } from '@/lib/server/index/documents/documents';
import type { Cell, Session } from '@/lib/server/index/engine/driver';
import { amongIds, type SqlValue, sql } from '@/lib/server/index/engine/sql';
import { extractedRows } from '@/lib/server/index/extraction/rows';
import { writeExtracted } from '@/lib/server/index/extraction/write';
import type { KeptPage, SeenPage } from '@/lib/server/index/store';
import { TABLES } from '@/lib/server/index/tables';
import { forgetGone } from '@/lib/server/index/transcripts/write';
import { forEachYielding } from '@/lib/server/yielding-loop';
import { callRow, type Row } from './call-row';
import type { Dimensions } from './dimensions';
import { extractionDigest, type FetchedCall, withFirstTime } from './fetched-call';
import { type Known, knownCalls, within } from './known-calls';

const rejectedRow = z.object({ id: z.string() });
const placeRow = z.object({ last: z.nullable(z.number()) });

/** Writes a page inside a transaction; what is known and unchanged is left alone. `fetchedCalls` are of its calls. */
export async function keepPage(
  session: Session,
  dimensions: Dimensions,
  page: SeenPage,
  fetchedCalls: readonly FetchedCall[],
): Promise<KeptPage> {
  const known = await knownCalls(session, fetchedCalls);
  const seenAt = Date.parse(page.at);
  const rows = fetchedCalls.map((came) => {
    const before = known.get(came.id);
    const seen = before ? withFirstTime(came, before.created) : came;
    return {
      seen,
      configuration: configurationOf(seen, before, dimensions),
      seenAt: page.seenAt?.get(came.id) ?? seenAt,
      absences: page.absences?.get(came.id) ?? 0,
    };
  });
  const changed = rows.filter((row) => isNews(row, known.get(row.seen.id)));
  const replaced = changed.flatMap(({ seen: { id } }) => known.get(id) ?? []);
  if (changed.length > 0) await keepChanged(session, dimensions, { changed, replaced });
  const gone = changed.filter(({ absences }) => absences > 0).map(({ seen: { id } }) => id);
  if (gone.length > 0) await forgetGone(session, gone);
  const recovered = await keepRejected(session, page);
  await keepState(session, page.state ?? {});
  return { added: changed.length - replaced.length, changed: replaced.length, recovered };
}

/** `replaced` are those of them that were known before. */
type Changes = { changed: readonly Row[]; replaced: readonly Known[] };

async function keepChanged(
  session: Session,
  dimensions: Dimensions,
  { changed, replaced }: Changes,
): Promise<void> {
  // Asked before any call is forgotten, who may have the last place.
  const end = await endOfPlaces(session);
  await forget(session, replaced);
  const before = new Map(replaced.map((each) => [each.id, each]));
  let next = end;
  const callRows: SqlValue[][] = [];
  const documents = new Map<number, string>();
  const values: Cell[][] = [];
  const revalued: number[] = [];
  await forEachYielding(changed, (row) => {
    const old = before.get(row.seen.id);
    const place = old?.place ?? next++;
    const { call, document } = row.seen;
    const extracted = extractionDigest(call.extraction);
    // How the conversation went stays known until its transcript is read again.
    callRows.push(callRow({ ...row, place, old, extracted }, dimensions));
    documents.set(place, document);
    if (old?.extracted === extracted) return;
    values.push(...extractedRows(call.extraction, place, dimensions.extracted));
    if (old && old.extracted !== null) revalued.push(place);
  });
  await dimensions.flush(session);
  await session.append('call', TABLES.call, callRows);
  await writeDocuments(session, documents, end);
  await writeExtracted(session, values, revalued);
}

/** Whether there is something to be written about a call. */
function isNews(
  { seen, configuration, seenAt, absences }: Row,
  before: Known | undefined,
): boolean {
  if (!before) return true;
  // Two readers overtake each other: what was asked for earlier does not undo what was seen later.
  if (before.seen_at > seenAt) return false;
  return (
    before.fingerprint !== seen.fingerprint ||
    before.absences !== absences ||
    before.configuration !== configuration
  );
}

/** A call that came without its use case's configuration keeps the one that is known. */
function configurationOf(
  seen: FetchedCall,
  known: Known | undefined,
  dimensions: Dimensions,
): number {
  if (seen.configuration !== null) return dimensions.configuration(seen.configuration);
  return known?.configuration ?? 0;
}

/** The first place that no call has had. */
async function endOfPlaces(session: Session): Promise<number> {
  const [row] = await session.query(sql`SELECT max(place) AS last FROM call`, placeRow);
  return (row?.last ?? -1) + 1;
}

async function forget(session: Session, calls: readonly Known[]): Promise<void> {
  if (calls.length === 0) return;
  const ids = calls.map(({ id }) => id);
  await session.run(sql`DELETE FROM call WHERE ${within(calls)} AND id ${amongIds(ids)}`);
}

/**
 * A record that is met again and again counts once; one that can be read now is no longer rejected. How many of those
 * there are is given back.
 */
async function keepRejected(
  session: Session,
  { rejected = [], calls, at }: SeenPage,
): Promise<number> {
  const read = new Set(calls.map(({ id }) => id));
  const recovered = await recoveredAmong(session, [...read]);
  for (const { id, problem } of rejected) {
    // It came twice, and once it could be read.
    if (id !== undefined && read.has(id)) continue;
    // Whatever was broken in it may be what its id holds: it is compared alone.
    await session.run(
      id === undefined
        ? sql`DELETE FROM rejected WHERE id IS NULL AND problem = ${problem}`
        : sql`DELETE FROM rejected WHERE id = ${id}`,
    );
    await session.run(
      sql`INSERT INTO rejected (id, problem, seen_at) VALUES (${id ?? null}, ${problem}, ${Date.parse(at)})`,
    );
  }
  return recovered;
}

async function recoveredAmong(session: Session, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0;
  const among = sql`rejected WHERE id ${amongIds(ids)}`;
  const rows = await session.query(sql`SELECT DISTINCT id FROM ${among}`, rejectedRow);
  if (rows.length > 0) await session.run(sql`DELETE FROM ${among}`);
  return rows.length;
}

async function keepState(session: Session, state: Readonly<Record<string, unknown>>) {
  for (const [key, value] of Object.entries(state)) {
    await session.run(sql`DELETE FROM state WHERE key = ${key}`);
    await session.run(
      sql`INSERT INTO state (key, value) VALUES (${key}, ${JSON.stringify(value)})`,
    );
  }
}
