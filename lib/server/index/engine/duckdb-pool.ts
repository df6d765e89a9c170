import type { DuckDBConnection } from '@duckdb/node-api';
import { whileWaiting } from './patience';

/** Hands out connections, one query at a time each. */
export function createPool(connections: DuckDBConnection[]) {
  const free = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  let closing: Promise<void> | undefined;
  const release = (connection: DuckDBConnection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  const take = async (signal?: AbortSignal) => {
    const connection = free.pop();
    if (connection) return connection;
    let turn: (connection: DuckDBConnection) => void = release;
    const promise = new Promise<DuckDBConnection>((resolve) => {
      turn = resolve;
      waiting.push(turn);
    });
    try {
      return await whileWaiting(signal, promise);
    } catch (error) {
      const place = waiting.indexOf(turn);
      if (place >= 0) waiting.splice(place, 1);
      // It was handed over at the very moment.
      else release(await promise);
      throw error;
    }
  };
  async function closeAll(): Promise<void> {
    for (const connection of await Promise.all(connections.map(() => take())))
      connection.closeSync();
  }
  return {
    /** @throws {Error} when it is closed already: nobody would ever hand a connection back */
    async use<T>(
      work: (connection: DuckDBConnection) => Promise<T>,
      signal?: AbortSignal,
    ): Promise<T> {
      if (closing) throw new Error('The engine is closed.');
      const connection = await take(signal);
      try {
        return await work(connection);
      } finally {
        release(connection);
      }
    },
    /** Waits for what is under way, and for whoever was waiting before. */
    close() {
      closing ??= closeAll();
      return closing;
    },
  };
}
