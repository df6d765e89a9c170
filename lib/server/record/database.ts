import pg from 'pg';
import * as z from 'zod';
import { recordErrorOf } from './failures';
import { migrate } from './migrate';

/** Enough for a page's slots to be written side by side; a database has few connections for many instances. */
const CONNECTIONS = 4;
const CONNECT_MS = 3_000;
const STATEMENT_MS = 10_000;
/** Beyond the server's own limit: an answer that the network swallowed. */
const ANSWER_MS = 12_000;

/** Statements on the record, the tables of which are there by the first answer. */
export interface Database {
  /** @throws {RecordError} */
  rows<T>(text: string, values: readonly unknown[], row: z.ZodType<T>): Promise<T[]>;
  /** A connection of its own, to listen on; whoever asks ends it. */
  connect(): Promise<pg.Client>;
  close(): Promise<void>;
}

/** Connects with the first question. What the address says of TLS holds (`sslmode=require` checks the certificate). */
export function openDatabase(url: string): Database {
  const options = {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'callscope',
    keepAlive: true,
  };
  const pool = new pg.Pool({
    ...options,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    query_timeout: ANSWER_MS,
    idle_in_transaction_session_timeout: STATEMENT_MS,
  });
  // A connection that breaks while nobody uses it: the next question makes another.
  pool.on('error', () => undefined);
  let prepared: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    const client = await pool.connect();
    let failure: Error | undefined;
    try {
      await migrate(client);
    } catch (error) {
      failure = recordErrorOf(error);
      throw error;
    } finally {
      // One that failed may hold the lock still.
      client.release(failure);
    }
  }

  return {
    async rows(text, values, row) {
      try {
        prepared ??= prepare();
        await prepared;
        const { rows } = await pool.query(text, [...values]);
        return z.array(row).parse(rows);
      } catch (error) {
        // The tables may be gone with what they were restored from.
        prepared = undefined;
        throw recordErrorOf(error);
      }
    },
    async connect() {
      const client = new pg.Client(options);
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    close: () => pool.end(),
  };
}
