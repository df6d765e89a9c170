import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import * as z from 'zod';
import type { Driver, Session } from './driver';
import { append } from './duckdb-append';
import { createPool } from './duckdb-pool';
import { usualMemory } from './engine-memory';
import { makeSpill, removeOlder, removeSpill, type Spill } from './spill';
import { type Sql, textOf } from './sql';

/** Reads that run at once; Node's pool of threads has four. */
const READERS = 3;
/** The index of a table with more rows is not built anew. */
const ROWS_OF_AN_INDEX = 100_000_000;

export type DuckDbOptions = {
  /** The file; it is made when it is not there. `:memory:` for tests. */
  path: string;
  /** Megabytes that the engine may hold, beyond which it uses the disk; absent: what suits the machine. */
  memory?: number | undefined;
};

/**
 * Opens the file, which belongs to this process until it is closed. Open it once a process: two instances on one
 * file destroy it.
 */
export async function openDuckDb({ path, memory }: DuckDbOptions): Promise<Driver> {
  const spill = path === ':memory:' ? undefined : makeSpill(path);
  const instance = await DuckDBInstance.create(':memory:', {
    memory_limit: `${memory ?? usualMemory()}MB`,
    ...spillOptions(spill),
    // Nothing that a query says may fetch code.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const writer = await instance.connect();
  const release = () => {
    instance.closeSync();
    if (spill) removeSpill(spill);
  };
  try {
    await attach(writer, path);
    if (spill) removeOlder(path, spill);
    await lockDown(writer);
    const readers = await Promise.all(Array.from({ length: READERS }, () => reader(instance)));
    return createDriver({ instance, writer, readers, release });
  } catch (error) {
    writer.closeSync();
    release();
    throw error;
  }
}

/** Without a folder, which only an index of tests lacks, nothing is written to the disk. */
function spillOptions(spill: Spill | undefined): Record<string, string> {
  return {
    temp_directory: spill?.folder ?? '',
    ...(spill && { max_temp_directory_size: `${spill.megabytes}MB` }),
  };
}

/**
 * The file does not remember the size of its row groups, nor the version that knows zstd: both are said anew. Its type
 * is too, else a file that looks like another program's would be asked for an extension. Tables with an index keep
 * what was deleted for good unless the engine may build their index anew, which takes milliseconds: only documents
 * have one.
 */
async function attach(writer: DuckDBConnection, path: string): Promise<void> {
  const file = path.replaceAll("'", "''");
  await writer.run("SET checkpoint_threshold = '256MB'");
  await writer.run(
    `ATTACH '${file}' AS callscope (TYPE duckdb, ROW_GROUP_SIZE 30720, STORAGE_VERSION 'latest',
     VACUUM_REBUILD_INDEXES ${ROWS_OF_AN_INDEX})`,
  );
  await writer.run('USE callscope');
}

async function lockDown(writer: DuckDBConnection): Promise<void> {
  await writer.run('SET enable_external_access = false');
  await writer.run('SET lock_configuration = true');
}

async function reader(instance: DuckDBInstance): Promise<DuckDBConnection> {
  const connection = await instance.connect();
  await connection.run('USE callscope');
  return connection;
}

type Parts = {
  instance: DuckDBInstance;
  writer: DuckDBConnection;
  readers: DuckDBConnection[];
  /** Ends the engine when every connection is closed. */
  release: () => void;
};

function createDriver({ instance, writer, readers, release }: Parts): Driver {
  const pool = createPool(readers);
  const writing = createPool([writer]);

  return {
    query: (question, row) => pool.use((connection) => query(connection, question, row)),

    write: (run) =>
      writing.use(async (connection) => {
        await connection.run('BEGIN');
        try {
          const outcome = await run(sessionOf(connection));
          await connection.run('COMMIT');
          return outcome;
        } catch (error) {
          await connection.run('ROLLBACK').catch(() => undefined);
          throw error;
        }
      }),

    async *snapshot(read) {
      // A connection of its own: a reader of the pool would be kept from others for as long as somebody downloads.
      const connection = await reader(instance);
      try {
        await connection.run('BEGIN');
        yield* read(sessionOf(connection));
      } finally {
        connection.closeSync();
      }
    },

    async close() {
      await Promise.all([pool.close(), writing.close()]);
      release();
    },
  };
}

function sessionOf(connection: DuckDBConnection): Session {
  return {
    query: (question, row) => query(connection, question, row),
    run: async (statement) => {
      await connection.run(textOf(statement), ...bound(statement));
    },
    append: (table, columns, rows) => append(connection, table, columns, rows),
  };
}

async function query<Row>(
  connection: DuckDBConnection,
  question: Sql,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  const reader = await connection.runAndReadAll(textOf(question), ...bound(question));
  return z.array(row).parse(reader.getRowObjectsJS().map(withNumbers));
}

/** Counts and sums come as BigInt; all of ours are far below where numbers lose units. */
function withNumbers(row: Record<string, unknown>): Record<string, unknown> {
  for (const key in row) {
    const value = row[key];
    if (typeof value === 'bigint') row[key] = Number(value);
  }
  return row;
}

function bound({ values }: Sql): [DuckDBValue[], DuckDBType[]] {
  const typed = values.map((value): [DuckDBValue, DuckDBType] => {
    if (typeof value === 'number')
      return Number.isInteger(value) ? [BigInt(value), BIGINT] : [value, DOUBLE];
    return [value, typeof value === 'boolean' ? BOOLEAN : VARCHAR];
  });
  return [typed.map(([value]) => value), typed.map(([, type]) => type)];
}
