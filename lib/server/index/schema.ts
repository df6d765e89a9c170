import * as z from 'zod';
import type { Driver, Session } from './engine/driver';
import { join, raw, sql } from './engine/sql';
import { EXTRACTED_TABLES, TABLES, TRANSCRIPT_TABLES, WORD_TABLES } from './tables';

/** Goes up with every change of the tables; an index of another version is built anew. */
const SCHEMA_VERSION = 12;
/** Since this version tables and columns were only added: an index of it gets those, and keeps what it knows. */
const FIRST_WITH_CALLS = 8;
/** Before this version what is said on calls was not kept, or not as it is now: it is read anew. */
const FIRST_WITH_TRANSCRIPTS = 11;
/** Before this version words were kept in another way: they are taken anew from the texts that are kept. */
const FIRST_WITH_WORDS = 12;
/** Before this version values that agents found out were not kept. */
const FIRST_WITH_EXTRACTED = 12;
/** From this version on the table of rejected records is as it is now. */
const FIRST_WITH_REJECTED = 6;

const versionRow = z.object({ value: z.string() });

/**
 * Makes the tables where they are not. An index of another account, or of a version whose tables were other ones, is
 * thrown away: which it was, if any, is given back. `account` tells accounts apart and is no secret.
 */
export async function prepare(
  driver: Driver,
  account: string,
): Promise<'another version' | 'another account' | undefined> {
  const found = await stateOf(driver, 'version');
  const isCurrent = Number(found) >= FIRST_WITH_CALLS && Number(found) <= SCHEMA_VERSION;
  if (isCurrent && (await stateOf(driver, 'account')) === account) {
    if (found !== String(SCHEMA_VERSION)) await addTables(driver, Number(found));
    return undefined;
  }
  const rejected = Number(found) >= FIRST_WITH_REJECTED ? await rejectedOf(driver, account) : [];
  await driver.write(async (session) => {
    for (const table of Object.keys(TABLES))
      await session.run(raw(`DROP TABLE IF EXISTS ${table}`));
    await createTables(session);
    await session.run(
      sql`INSERT INTO state (key, value)
          VALUES ('version', ${String(SCHEMA_VERSION)}), ('account', ${account})`,
    );
    if (rejected.length > 0) await session.append('rejected', TABLES.rejected, rejected);
  });
  if (found === undefined) return undefined;
  return isCurrent ? 'another account' : 'another version';
}

/**
 * What they hold is filled in bit by bit, like that of new calls. An older version that built its tables anew left those
 * that it did not know: what is in them is of other calls.
 */
async function addTables(driver: Driver, found: number): Promise<void> {
  await driver.write(async (session) => {
    const others = [
      ...(found < FIRST_WITH_TRANSCRIPTS ? TRANSCRIPT_TABLES : []),
      ...(found < FIRST_WITH_WORDS ? WORD_TABLES : []),
      ...(found < FIRST_WITH_EXTRACTED ? EXTRACTED_TABLES : []),
    ];
    for (const table of others) await session.run(raw(`DROP TABLE IF EXISTS ${table}`));
    await createTables(session);
    for (const table of ['call', 'transcript'] as const) await addColumns(session, table);
    await session.run(
      sql`UPDATE state SET value = ${String(SCHEMA_VERSION)} WHERE key = 'version'`,
    );
  });
}

/** Those that a table lacks; nothing is in them. */
async function addColumns(session: Session, table: keyof typeof TABLES): Promise<void> {
  for (const { name, type } of TABLES[table])
    await session.run(raw(`ALTER TABLE ${table} ADD COLUMN IF NOT EXISTS ${name} ${type}`));
}

const rejectedRow = z.object({
  id: z.nullable(z.string()),
  problem: z.string(),
  seen_at: z.number(),
});

/** What could not be read before, by an index of this account: so it is known what of it is read the next time. */
async function rejectedOf(driver: Driver, account: string): Promise<(string | number | null)[][]> {
  if ((await stateOf(driver, 'account')) !== account) return [];
  const rows = await driver.query(sql`SELECT id, problem, seen_at FROM rejected`, rejectedRow);
  return rows.map(({ id, problem, seen_at }) => [id, problem, seen_at]);
}

/** A note about the tables themselves; undefined where there are none, empty where nobody has noted it. */
async function stateOf(driver: Driver, key: string): Promise<string | undefined> {
  const tables = await driver.query(
    sql`SELECT table_name AS value FROM information_schema.tables WHERE table_name = 'state'`,
    versionRow,
  );
  if (tables.length === 0) return undefined;
  const [row] = await driver.query(sql`SELECT value FROM state WHERE key = ${key}`, versionRow);
  return row?.value ?? '';
}

async function createTables(session: Session): Promise<void> {
  for (const [table, columns] of Object.entries(TABLES)) {
    const definitions = columns.map(({ name, type }) =>
      raw(`${name} ${type}${storageOf(table, name)}`),
    );
    await session.run(sql`CREATE TABLE IF NOT EXISTS ${raw(table)} (${join(definitions, ', ')})`);
  }
  // Pages take documents from all over the index: without it an engine that reads by thousands reads all of them.
  await session.run(raw('CREATE INDEX IF NOT EXISTS document_block ON document (block)'));
  await session.run(raw('CREATE INDEX IF NOT EXISTS transcript_place ON transcript (place)'));
}

/** Text that is searched is read fastest as it is; documents are packed already. */
function storageOf(table: string, column: string): string {
  if (column === 'packed') return ' USING COMPRESSION uncompressed';
  if (table === 'call' && column === 'search') return ' USING COMPRESSION uncompressed';
  return '';
}
