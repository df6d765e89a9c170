import type { DuckDBConnection } from '@duckdb/node-api';

/** Hands out connections, one query at a time each. */
export function createPool(connections: DuckDBConnection[]) {
  const free = [...connections];
  const waiting: ((connection: DuckDBConnection) => void)[] = [];
  const release = (connection: DuckDBConnection) => {
    const next = waiting.shift();
    if (next) next(connection);
    else free.push(connection);
  };
  const take = () => {
    const connection = free.pop();
    return connection
      ? Promise.resolve(connection)
      : new Promise<DuckDBConnection>((resolve) => waiting.push(resolve));
  };
  return {
    async use<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
      const connection = await take();
      try {
        return await work(connection);
      } finally {
        release(connection);
      }
    },
    /** Waits for what is under way. */
    async close() {
      for (const connection of await Promise.all(connections.map(take))) connection.closeSync();
    },
  };
}
