import * as z from 'zod';
import type { Place, Places, RecordPage } from '@/lib/server/sync/shared/record';
import { forEachYielding } from '@/lib/server/yielding-loop';
import type { Database } from './database';
import { digest, type PackedCall, packCall, slotOf } from './packing';
import { TURN, takeTurn } from './turns';

/** A row of `call` as it is to be: a call, or a record that could not be read (`problem`). */
type Row = { id: string; slot: number; seenAt: number } & (
  | { packed: PackedCall }
  | { packed: null; problem: string }
);

const knownRow = z.object({
  id: z.string(),
  fingerprint: z.string().nullable(),
  seen_at: z.coerce.number(),
  absences: z.number(),
  problem: z.string().nullable(),
  configuration: z.string().nullable(),
});
type Known = z.infer<typeof knownRow>;

/** A record that cannot be read leaves a call of its id as it was. */
const KEEP = `WITH ${TURN}, written AS (
  INSERT INTO callscope.call AS known
    (account, slot, id, revision, seen_at, absences, created, fingerprint, problem, configuration, document)
  SELECT $1, $2, came.id, turn.revision, came.seen_at, 0,
    came.created, came.fingerprint, came.problem, came.configuration, came.document
  FROM turn, unnest($6::text[], $7::bigint[], $8::bigint[], $9::text[], $10::text[], $11::text[], $12::bytea[])
    AS came (id, seen_at, created, fingerprint, problem, configuration, document)
  ON CONFLICT (account, slot, id) DO UPDATE SET
    revision = excluded.revision, seen_at = excluded.seen_at, problem = excluded.problem,
    absences = CASE WHEN excluded.document IS NULL THEN known.absences ELSE 0 END,
    created = COALESCE(excluded.created, known.created),
    fingerprint = COALESCE(excluded.fingerprint, known.fingerprint),
    configuration = COALESCE(excluded.configuration, known.configuration),
    document = COALESCE(excluded.document, known.document)
  WHERE known.seen_at <= excluded.seen_at)
SELECT epoch, revision FROM turn`;

const MARK_ABSENT = `WITH ${TURN}, marked AS (
  UPDATE callscope.call SET absences = absences + 1, revision = turn.revision
  FROM turn WHERE account = $1 AND slot = $2 AND id = ANY($6::text[]) AND document IS NOT NULL)
SELECT epoch, revision FROM turn`;

/** Writes calls for an account; each instance has one. */
export function createCallWriter(database: Database, account: string) {
  /** Configurations that are surely there. */
  const written = new Set<string>();

  async function writeConfigurations(rows: readonly Row[]): Promise<void> {
    const missing = new Map(
      rows.flatMap(({ packed }) =>
        packed?.configuration && !written.has(packed.configuration.digest)
          ? [[packed.configuration.digest, packed.configuration.document] as const]
          : [],
      ),
    );
    for (const [key, document] of missing) {
      await database.rows(
        'INSERT INTO callscope.configuration (account, digest, document) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
        [account, key, document],
        z.unknown(),
      );
      written.add(key);
    }
  }

  async function news(rows: readonly Row[]): Promise<Row[]> {
    const found = await database.rows(
      `SELECT id, fingerprint, seen_at, absences, problem, configuration FROM callscope.call
       WHERE account = $1 AND (slot, id) IN (SELECT * FROM unnest($2::smallint[], $3::text[]))`,
      [account, rows.map(({ slot }) => slot), rows.map(({ id }) => id)],
      knownRow,
    );
    const known = new Map(found.map((row) => [row.id, row]));
    return rows.filter((row) => isNews(row, known.get(row.id)));
  }

  return {
    /** The places of what was written, by slot. */
    async keep(page: RecordPage, known: Places, fence: number | undefined) {
      const rows = await news(await rowsOf(page));
      await writeConfigurations(rows);
      return eachSlot(rows, async (slot, some) =>
        takeTurn(database, { account, slot, known, fence }, KEEP, columnsOf(some)),
      ).catch((error: unknown) => {
        // What was surely there is not, in a record that went back in time.
        written.clear();
        throw error;
      });
    },
    async markAbsent(ids: readonly string[], known: Places, fence: number): Promise<void> {
      const rows = ids.map((id) => ({ id, slot: slotOf(id) }));
      await eachSlot(rows, (slot, some) =>
        takeTurn(database, { account, slot, known, fence }, MARK_ABSENT, [
          some.map(({ id }) => id),
        ]),
      );
    },
  };
}

/** Each id once: a call as it came last; it counts more than a record of its id that could not be read. */
async function rowsOf({ calls, rejected = [], at, seenAt }: RecordPage): Promise<Row[]> {
  const moment = Date.parse(at);
  const rows = new Map<string, Row>();
  for (const { id: own, problem } of rejected) {
    const id = own ?? `rejected:${digest(problem)}`;
    rows.set(id, { id, slot: slotOf(id), seenAt: moment, packed: null, problem });
  }
  await forEachYielding(calls, (call) => {
    const { id } = call;
    const packed = packCall(call);
    rows.set(id, { id, slot: slotOf(id), seenAt: seenAt?.get(id) ?? moment, packed });
  });
  return [...rows.values()];
}

function isNews(row: Row, known: Known | undefined): boolean {
  if (known === undefined) return true;
  if (known.seen_at > row.seenAt) return false;
  if (row.packed === null) return known.problem !== row.problem;
  const { fingerprint, configuration } = row.packed;
  return (
    known.fingerprint !== fingerprint ||
    known.absences > 0 ||
    known.problem !== null ||
    (configuration !== null && known.configuration !== configuration.digest)
  );
}

function columnsOf(rows: readonly Row[]): unknown[] {
  return [
    rows.map(({ id }) => id),
    rows.map(({ seenAt }) => seenAt),
    rows.map(({ packed }) => packed?.created ?? null),
    rows.map(({ packed }) => packed?.fingerprint ?? null),
    rows.map((row) => (row.packed === null ? row.problem : null)),
    rows.map(({ packed }) => packed?.configuration?.digest ?? null),
    rows.map(({ packed }) => packed?.document ?? null),
  ];
}

/** Slots are written side by side: each is one statement with one key to spread by. */
async function eachSlot<T extends { slot: number }>(
  rows: readonly T[],
  write: (slot: number, rows: readonly T[]) => Promise<Place>,
): Promise<Places> {
  const slots = new Map<number, T[]>();
  for (const row of rows) slots.set(row.slot, [...(slots.get(row.slot) ?? []), row]);
  const places = await Promise.all(
    [...slots].map(async ([slot, some]) => [slot, await write(slot, some)] as const),
  );
  return new Map(places);
}
