import * as z from 'zod';
import type { Session } from './driver';
import { type Facts, factsOf } from './facts';
import { TABLES } from './schema';
import { amongIds, type SqlValue, sql } from './sql';
import type { SeenPage } from './store';
import type { Words } from './words';

const MS_OF_QUARTER = 900_000;

const knownRow = z.object({
  id: z.string(),
  fingerprint: z.string(),
  absences: z.number(),
  seen_at: z.number(),
  configuration: z.nullable(z.number()),
});
type Known = z.infer<typeof knownRow>;

/** Writes a page inside a transaction; what is known and unchanged is left alone. */
export async function keepPage(
  session: Session,
  words: Words,
  page: SeenPage,
): Promise<{ added: number; changed: number }> {
  const facts = new Map(page.calls.map((call) => [call.id, factsOf(call)]));
  const known = await knownCalls(session, [...facts.keys()]);
  const rows = [...facts.values()].map((each) => ({
    facts: each,
    configuration: configurationOf(each, known.get(each.id), words),
  }));
  const seenAt = Date.parse(page.at);
  const written = rows.filter(({ facts: { id, fingerprint }, configuration }) => {
    const before = known.get(id);
    if (!before) return true;
    // Two readers overtake each other: what was asked for earlier does not undo what was seen later.
    if (before.seen_at > seenAt) return false;
    return (
      before.fingerprint !== fingerprint ||
      before.absences > 0 ||
      before.configuration !== configuration
    );
  });
  const replaced = written.flatMap(({ facts: { id } }) => (known.has(id) ? [id] : []));
  await forget(session, replaced);
  const callRows = written.map(({ facts: each }) => callRow(each, seenAt, words));
  await words.flush(session);
  await session.append('call', TABLES.call, callRows);
  await session.append(
    'document',
    TABLES.document,
    written.map(({ facts: { created, id, document }, configuration }) => [
      created,
      id,
      configuration,
      document,
    ]),
  );
  await keepRejected(session, page);
  await keepState(session, page.state ?? {});
  return { added: written.length - replaced.length, changed: replaced.length };
}

async function knownCalls(session: Session, ids: string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const rows = await session.query(
    sql`SELECT c.id, c.fingerprint, c.absences, c.seen_at, d.configuration
        FROM call c LEFT JOIN document d ON d.id = c.id AND d.created = c.created
        WHERE c.id ${amongIds(ids)}`,
    knownRow,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** A call that came without its use case's configuration keeps the one that is known. */
function configurationOf(facts: Facts, known: Known | undefined, words: Words): number {
  if (facts.configuration !== null) return words.configuration(facts.configuration);
  return known?.configuration ?? 0;
}

async function forget(session: Session, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  await session.run(sql`DELETE FROM call WHERE id ${amongIds(ids)}`);
  await session.run(sql`DELETE FROM document WHERE id ${amongIds(ids)}`);
}

function callRow(facts: Facts, seenAt: number, words: Words): SqlValue[] {
  const { created } = facts;
  const word = (kind: keyof Facts['words']) => words.word(kind, facts.words[kind], created);
  const list = (kind: keyof Facts['lists']) => words.list(kind, facts.lists[kind]);
  const values: Record<(typeof TABLES.call)[number]['name'], SqlValue> = {
    id: facts.id,
    created,
    quarter: Math.floor(created / MS_OF_QUARTER),
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
