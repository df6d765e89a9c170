import * as z from 'zod';
import type { MeasureKey } from '@/lib/call/conversation/keys';
import type { Column, Driver, Session } from './engine/driver';
import { join, raw, sql } from './engine/sql';
import {
  SPOKEN_COLUMNS,
  SPOKEN_GONE_COLUMNS,
  SPOKEN_NEW_COLUMNS,
  TRANSCRIPT_COLUMNS,
} from './transcripts/tables';

/** Goes up with every change of the tables; an index of another version is built anew. */
const SCHEMA_VERSION = 12;
/** Since this version tables and columns were only added: an index of it gets those, and keeps what it knows. */
const FIRST_WITH_CALLS = 8;
/** Before this version what is said on calls was not kept, or not as it is now: it is read anew. */
const FIRST_WITH_TRANSCRIPTS = 11;
/** Before this version words were kept in another way: they are taken anew from the texts that are kept. */
const FIRST_WITH_WORDS = 12;
/** From this version on the table of rejected records is as it is now. */
const FIRST_WITH_REJECTED = 6;

/**
 * How the conversation went, null where nobody knows or the transcript was not read: the talk share in ten-thousandths,
 * times in milliseconds; `measured_by` is the version of the definitions, `first_words` what the other side said first.
 */
const MEASURE_COLUMNS = [
  { name: 'talk_share', type: 'INTEGER' },
  { name: 'silence', type: 'INTEGER' },
  { name: 'interruptions', type: 'INTEGER' },
  { name: 'response_time', type: 'INTEGER' },
  { name: 'response_time_p95', type: 'INTEGER' },
  { name: 'tool_calls', type: 'INTEGER' },
  { name: 'tool_errors', type: 'INTEGER' },
  { name: 'turns', type: 'INTEGER' },
  { name: 'measured_by', type: 'INTEGER' },
  { name: 'first_words', type: 'VARCHAR' },
] as const satisfies readonly (Column & { name: MeasureKey | 'measured_by' | 'first_words' })[];

/**
 * Calls as the index asks about them. Instants are milliseconds since 1970, durations milliseconds, amounts
 * millionths of the currency, all null where nothing is known. Dimensions are codes of `dimension`, lists codes of
 * `word_set`; code 0 means that there is none. Quarter-hours and days are counted since 1970 in UTC. `configuration`
 * 0 means that it is not known whole. A call's document stays at its `place` for good.
 */
const CALL_COLUMNS = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'place', type: 'INTEGER' },
  { name: 'created', type: 'BIGINT' },
  { name: 'quarter', type: 'INTEGER' },
  { name: 'day', type: 'INTEGER' },
  { name: 'type', type: 'INTEGER' },
  { name: 'status', type: 'INTEGER' },
  { name: 'provider', type: 'INTEGER' },
  { name: 'language', type: 'INTEGER' },
  { name: 'use_case', type: 'INTEGER' },
  { name: 'model', type: 'INTEGER' },
  { name: 'agent', type: 'INTEGER' },
  { name: 'campaign', type: 'INTEGER' },
  { name: 'classification', type: 'INTEGER' },
  { name: 'tag_set', type: 'INTEGER' },
  { name: 'rating_set', type: 'INTEGER' },
  { name: 'viewer_set', type: 'INTEGER' },
  { name: 'rater_set', type: 'INTEGER' },
  { name: 'odd_set', type: 'INTEGER' },
  { name: 'duration', type: 'BIGINT' },
  { name: 'total', type: 'BIGINT' },
  { name: 'voip', type: 'BIGINT' },
  { name: 'transcriber', type: 'BIGINT' },
  { name: 'llm', type: 'BIGINT' },
  { name: 'tts', type: 'BIGINT' },
  { name: 'has_notes', type: 'BOOLEAN' },
  { name: 'flagged', type: 'BOOLEAN' },
  { name: 'fruitless', type: 'BOOLEAN' },
  { name: 'contested', type: 'BOOLEAN' },
  { name: 'rated_at', type: 'BIGINT' },
  { name: 'transfer_email', type: 'VARCHAR' },
  { name: 'parent', type: 'VARCHAR' },
  { name: 'search', type: 'VARCHAR' },
  { name: 'fingerprint', type: 'BIGINT' },
  { name: 'configuration', type: 'INTEGER' },
  { name: 'absences', type: 'INTEGER' },
  { name: 'seen_at', type: 'BIGINT' },
  ...MEASURE_COLUMNS,
] as const satisfies readonly Column[];

/** Whole calls as JSON, a block of neighbours packed together; with dictionary 0 it was packed without one. */
const DOCUMENT_COLUMNS = [
  { name: 'block', type: 'INTEGER' },
  { name: 'dictionary', type: 'INTEGER' },
  { name: 'packed', type: 'BLOB' },
] as const satisfies readonly Column[];

/** What documents have in common, as packing wants it. */
const DICTIONARY_COLUMNS = [
  { name: 'code', type: 'INTEGER' },
  { name: 'bytes', type: 'BLOB' },
] as const satisfies readonly Column[];

/** Every word of a kind once; `label` is what a person reads where that is not the word itself. */
const DIMENSION_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'code', type: 'INTEGER' },
  { name: 'value', type: 'VARCHAR' },
  { name: 'label', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Whole configurations of use cases, each once. */
const CONFIGURATION_COLUMNS = [
  { name: 'code', type: 'INTEGER' },
  { name: 'json', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Every combination of words that a call has, such as its tags, once: `key` lists the codes in order. */
const WORD_SET_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'code', type: 'INTEGER' },
  { name: 'key', type: 'VARCHAR' },
] as const satisfies readonly Column[];

/** Which words a combination has; the empty one has code 0. */
const SET_MEMBER_COLUMNS = [
  { name: 'kind', type: 'VARCHAR' },
  { name: 'set_code', type: 'INTEGER' },
  { name: 'code', type: 'INTEGER' },
] as const satisfies readonly Column[];

const REJECTED_COLUMNS = [
  { name: 'id', type: 'VARCHAR' },
  { name: 'problem', type: 'VARCHAR' },
  { name: 'seen_at', type: 'BIGINT' },
] as const satisfies readonly Column[];

const STATE_COLUMNS = [
  { name: 'key', type: 'VARCHAR' },
  { name: 'value', type: 'VARCHAR' },
] as const satisfies readonly Column[];

export const TABLES = {
  call: CALL_COLUMNS,
  document: DOCUMENT_COLUMNS,
  dictionary: DICTIONARY_COLUMNS,
  dimension: DIMENSION_COLUMNS,
  configuration: CONFIGURATION_COLUMNS,
  word_set: WORD_SET_COLUMNS,
  set_member: SET_MEMBER_COLUMNS,
  rejected: REJECTED_COLUMNS,
  transcript: TRANSCRIPT_COLUMNS,
  transcript_dictionary: DICTIONARY_COLUMNS,
  spoken: SPOKEN_COLUMNS,
  spoken_new: SPOKEN_NEW_COLUMNS,
  spoken_gone: SPOKEN_GONE_COLUMNS,
  state: STATE_COLUMNS,
} as const satisfies Record<string, readonly Column[]>;

const WORD_TABLES = ['spoken', 'spoken_new', 'spoken_gone'] as const;
/** Those that hold what was said. */
export const TRANSCRIPT_TABLES = [
  'transcript',
  'transcript_dictionary',
  ...WORD_TABLES,
] as const satisfies (keyof typeof TABLES)[];

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
    if (rejected.length > 0) await session.append('rejected', REJECTED_COLUMNS, rejected);
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
