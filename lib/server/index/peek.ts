import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import * as z from 'zod';
import { reasonOf } from './engine/error-messages';
import { digest, fileOf } from './open';

/** Which index, as {@link openIndex} is told. */
export type PeekOptions = { dataDir: string; demo: boolean; account: readonly string[] };

/** What another program sees of an index that nobody has open, or why it sees nothing. */
export type Peek =
  | { reason: string }
  | { indexed: number; complete: boolean; callsBetween(from: number, to: number): Promise<number> };

const countRow = z.object({ count: z.number() });
const stateRow = z.object({ value: z.string() });
const checkpointSchema = z.object({ backfill: z.unknown() });

/**
 * Looks at an index without changing anything of it, not even when it is of another account or version. It is open no
 * longer than each question takes, so that a server which starts meanwhile hardly meets it.
 */
export async function peekAtIndex(options: PeekOptions): Promise<Peek> {
  const path = fileOf(options);
  if (!existsSync(path)) return { reason: 'There is no index yet.' };
  try {
    return await reading(path, async (ask) => {
      const state = async (key: string) =>
        (await ask('SELECT value FROM state WHERE key = $1', [key], stateRow))[0]?.value;
      if ((await state('account')) !== digest(options.account))
        return { reason: 'The index is of another account.' };
      const checkpoint = checkpointSchema.safeParse(JSON.parse((await state('sync')) ?? 'null'));
      const [row] = await ask(
        'SELECT count(*)::DOUBLE AS count FROM call WHERE absences < 2',
        [],
        countRow,
      );
      return {
        indexed: row?.count ?? 0,
        complete: checkpoint.data?.backfill === null,
        callsBetween: (from, to) => between(path, from, to),
      };
    });
  } catch (error) {
    return { reason: reasonOf(error) ?? 'The index cannot be read.' };
  }
}

function between(path: string, from: number, to: number): Promise<number> {
  return reading(path, async (ask) => {
    const sql =
      'SELECT count(*)::DOUBLE AS count FROM call WHERE absences < 2 AND created >= $1 AND created < $2';
    const [row] = await ask(sql, [from, to], countRow);
    return row?.count ?? 0;
  });
}

type Ask = <Row>(sql: string, values: (string | number)[], row: z.ZodType<Row>) => Promise<Row[]>;

async function reading<T>(path: string, read: (ask: Ask) => Promise<T>): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    await connection.run(
      `ATTACH '${path.replaceAll("'", "''")}' AS callscope (TYPE duckdb, READ_ONLY)`,
    );
    await connection.run('USE callscope');
    return await read(async (sql, values, row) =>
      z.array(row).parse((await connection.runAndReadAll(sql, values)).getRowObjects()),
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
