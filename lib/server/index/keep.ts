import * as z from 'zod';
import { writeDocuments } from './documents';
import type { Session } from './driver';
import type { Facts } from './facts';
import { TABLES } from './schema';
import { amongIds, raw, type Sql, type SqlValue, sql } from './sql';
import type { SeenPage } from './store';
import type { Words } from './words';

const MS_OF_QUARTER = 900_000;
const MS_OF_DAY = 86_400_000;

const knownRow = z.object({
  id: z.string(),
  place: z.number(),
  created: z.number(),
  fingerprint: z.number(),
  absences: z.number(),
  seen_at: z.number(),
  configuration: z.number(),
});
type Known = z.infer<typeof knownRow>;
const placeRow = z.object({ last: z.nullable(z.number()) });

type Row = { facts: Facts; configuration: number };

/**
 * Writes a page inside a transaction; what is known and unchanged is left alone. `facts` are those of its calls, each
 * call once.
 */
export async function keepPage(
  session: Session,
  words: Words,
  page: SeenPage,
  facts: readonly Facts[],
): Promise<{ added: number; changed: number }> {
  const known = await knownCalls(session, facts);
  const seenAt = Date.parse(page.at);
  const rows = facts.map((each) => ({
    facts: each,
    configuration: configurationOf(each, known.get(each.id), words),
  }));
  const changed = rows.filter((row) => isNews(row, known.get(row.facts.id), seenAt));
  const replaced = changed.flatMap(({ facts: { id } }) => known.get(id) ?? []);
  // Asked before any call is forgotten, who may have the last place.
  const end = await endOfPlaces(session);
  await forget(session, replaced);
  let next = end;
  const written = changed.map((row) => ({
    ...row,
    place: known.get(row.facts.id)?.place ?? next++,
  }));
  const callRows = written.map((row) => callRow(row, seenAt, words));
  await words.flush(session);
  await session.append('call', TABLES.call, callRows);
  const documents = new Map(written.map(({ place, facts: { document } }) => [place, document]));
  await writeDocuments(session, documents, end);
  await keepRejected(session, page);
  await keepState(session, page.state ?? {});
  return { added: written.length - replaced.length, changed: replaced.length };
}

/** Whether there is something to be written about a call. */
function isNews({ facts, configuration }: Row, before: Known | undefined, seenAt: number): boolean {
  if (!before) return true;
  // Two readers overtake each other: what was asked for earlier does not undo what was seen later.
  if (before.seen_at > seenAt) return false;
  return (
    before.fingerprint !== facts.fingerprint ||
    before.absences > 0 ||
    before.configuration !== configuration
  );
}

/** Nearly all are found at their time; only the others, new ones and those whose time has moved, are looked for everywhere. */
async function knownCalls(session: Session, facts: readonly Facts[]): Promise<Map<string, Known>> {
  const known = new Map<string, Known>();
  const find = async (some: readonly Facts[], bounds: Sql) => {
    if (some.length === 0) return;
    const rows = await session.query(
      sql`SELECT id, place, created, fingerprint, absences, seen_at, configuration
          FROM call WHERE ${bounds} AND id ${amongIds(some.map(({ id }) => id))}`,
      knownRow,
    );
    for (const row of rows) known.set(row.id, row);
  };
  await find(facts, within(facts));
  await find(
    facts.filter(({ id }) => !known.has(id)),
    raw('true'),
  );
  return known;
}

/** Calls lie in the order of time, nearly: with these bounds few of them are looked at. */
function within(rows: readonly { created: number }[]): Sql {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { created } of rows) {
    first = Math.min(first, created);
    last = Math.max(last, created);
  }
  return sql`created BETWEEN ${first} AND ${last}`;
}

/** A call that came without its use case's configuration keeps the one that is known. */
function configurationOf(facts: Facts, known: Known | undefined, words: Words): number {
  if (facts.configuration !== null) return words.configuration(facts.configuration);
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

function callRow(
  { facts, configuration, place }: Row & { place: number },
  seenAt: number,
  words: Words,
): SqlValue[] {
  const { created } = facts;
  const word = (kind: keyof Facts['words']) => words.word(kind, facts.words[kind], created);
  const list = (kind: keyof Facts['lists']) => words.list(kind, facts.lists[kind]);
  const values: Record<(typeof TABLES.call)[number]['name'], SqlValue> = {
    id: facts.id,
    place,
    created,
    quarter: Math.floor(created / MS_OF_QUARTER),
    day: Math.floor(created / MS_OF_DAY),
    type: word('type'),
    status: word('status'),
    provider: word('provider'),
    language: word('language'),
    use_case: word('use_case'),
    model: word('model'),
    agent: word('agent'),
    campaign: word('campaign'),
    classification: word('classification'),
    tag_set: list('tag'),
    rating_set: list('rating'),
    viewer_set: list('viewer'),
    rater_set: list('rater'),
    duration: facts.duration,
    ...facts.amounts,
    has_notes: facts.has_notes,
    flagged: facts.flagged,
    fruitless: facts.fruitless,
    contested: facts.contested,
    rated_at: facts.rated_at,
    transfer_email: facts.transfer_email,
    parent: facts.parent,
    search: facts.search,
    fingerprint: facts.fingerprint,
    configuration,
    absences: 0,
    seen_at: seenAt,
  };
  return TABLES.call.map(({ name }) => values[name]);
}

/** A record that is met again and again counts once; one that can be read now is no longer rejected. */
async function keepRejected(session: Session, { rejected = [], calls, at }: SeenPage) {
  if (calls.length > 0)
    await session.run(sql`DELETE FROM rejected WHERE id ${amongIds(calls.map(({ id }) => id))}`);
  for (const { id, problem } of rejected) {
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
}

async function keepState(session: Session, state: Readonly<Record<string, unknown>>) {
  for (const [key, value] of Object.entries(state)) {
    await session.run(sql`DELETE FROM state WHERE key = ${key}`);
    await session.run(
      sql`INSERT INTO state (key, value) VALUES (${key}, ${JSON.stringify(value)})`,
    );
  }
}
