import type { DuckDBConnection } from '@duckdb/node-api';
import type { Driver, Reader, Session } from './driver';
import { INSIST_MS, queryWithin, sessionOf } from './duckdb-ask';
import { createPool } from './duckdb-pool';
import { createMemoryTurns, type MemoryTurns } from './memory-turns';
import { patienceOf } from './patience';

type Parts = {
  writer: DuckDBConnection;
  readers: DuckDBConnection[];
  /** One more connection to read by. */
  connect: () => Promise<DuckDBConnection>;
  /** How long one question may take. */
  limitMs: number;
  /** Ends the engine when every connection is closed. */
  release: () => void;
};

/** An engine over connections, of which each is asked one thing at a time. */
export function createDriver({ writer, readers, connect, limitMs, release }: Parts): Driver {
  const pool = createPool(readers);
  const writing = createPool([writer]);
  const turns = createMemoryTurns();
  let commits = 0;

  const query: Session['query'] = (question, row) =>
    turns.run(() => pool.use((connection) => sessionOf(connection).query(question, row)));

  return {
    query,

    async asked(answer, outer) {
      const patience = patienceOf(limitMs, outer);
      const { signal } = patience;
      const read: Session['query'] = (question, row) => {
        const ask = () =>
          pool.use((connection) => queryWithin(patience, connection, question, row), signal);
        return turns.run(ask, ask, signal);
      };
      try {
        return await answer({ query: read });
      } finally {
        patience.end();
      }
    },

    write: (run, undone = () => undefined) =>
      writing.use((connection) =>
        turns.run(async () => {
          try {
            const outcome = await transaction(connection, () => run(sessionOf(connection)));
            commits += 1;
            return outcome;
          } catch (error) {
            undone();
            throw error;
          }
        }),
      ),

    async *snapshot(read, outer) {
      // A connection of its own: a reader of the pool would be kept from others for as long as somebody downloads.
      const connection = await connect();
      try {
        await connection.run('BEGIN');
        yield* read(momentOf({ connection, turns, limitMs, commits: () => commits, outer }));
      } finally {
        connection.closeSync();
      }
    },

    async close() {
      // Whoever still waits has been broken off: a read that goes on would hold the end of the process up.
      const ending = setInterval(() => {
        for (const connection of readers) connection.interrupt();
      }, INSIST_MS);
      await Promise.all([pool.close(), writing.close()]);
      clearInterval(ending);
      release();
    },
  };
}

async function transaction<T>(connection: DuckDBConnection, run: () => Promise<T>): Promise<T> {
  await connection.run('BEGIN');
  try {
    const outcome = await run();
    await connection.run('COMMIT');
    return outcome;
  } catch (error) {
    await connection.run('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

type Moment = Pick<Parts, 'limitMs'> & {
  connection: DuckDBConnection;
  turns: MemoryTurns;
  /** How many transactions have written so far. */
  commits: () => number;
  outer: AbortSignal | undefined;
};

/** Reads of one moment. A transaction that has failed is over: another one sees the same if nothing was written. */
function momentOf({ connection, turns, limitMs, commits, outer }: Moment): Reader {
  let seen: number | undefined;
  return {
    async query(question, row) {
      const patience = patienceOf(limitMs, outer);
      const ask = () => {
        seen ??= commits();
        return queryWithin(patience, connection, question, row);
      };
      const again = async () => {
        await connection.run('ROLLBACK').catch(() => undefined);
        if (seen !== commits()) throw new Error('Out of Memory Error: what was read has changed.');
        await connection.run('BEGIN');
        return ask();
      };
      try {
        return await turns.run(ask, again, patience.signal);
      } finally {
        patience.end();
      }
    },
  };
}
