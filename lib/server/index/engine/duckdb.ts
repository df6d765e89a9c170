import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Driver } from './driver';
import { createDriver } from './duckdb-driver';
import { usualMemory } from './engine-memory';
import { makeSpill, removeOlder, removeSpill, type Spill } from './spill';

/** Reads that run at once; Node's pool of threads has four. */
const READERS = 3;
const QUESTION_MS = 20_000;
/** The index of a table with more rows is not built anew. */
const ROWS_OF_AN_INDEX = 100_000_000;

export type DuckDbOptions = {
  /** The file; it is made when it is not there. `:memory:` for tests. */
  path: string;
  /** Megabytes that the engine may hold, beyond which it uses the disk; absent: what suits the machine. */
  memory?: number | undefined;
  /** How long one question may take, in milliseconds. */
  limitMs?: number | undefined;
};

/**
 * Opens the file, which belongs to this process until it is closed. Open it once a process: two instances on one
 * file destroy it.
 */
export async function openDuckDb({
  path,
  memory,
  limitMs = QUESTION_MS,
}: DuckDbOptions): Promise<Driver> {
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
    const connect = () => reader(instance);
    const readers = await Promise.all(Array.from({ length: READERS }, connect));
    return createDriver({ writer, readers, connect, limitMs, release });
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
 * what was deleted for good unless the engine may build their index anew, which takes milliseconds: documents and
 * transcripts have one.
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
