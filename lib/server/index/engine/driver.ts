import type * as z from 'zod';
import type { Sql, SqlValue } from './sql';

/** The types of columns that every engine we know has. */
export type ColumnType = 'BIGINT' | 'INTEGER' | 'BOOLEAN' | 'VARCHAR' | 'BLOB';
export type Column = { name: string; type: ColumnType };
/** What a column can hold. */
export type Cell = SqlValue | Uint8Array;

/** A conversation with the engine. Rows are held to their schema; whole numbers come as numbers. */
export interface Session {
  query<Row>(question: Sql, row: z.ZodType<Row>): Promise<Row[]>;
  run(statement: Sql): Promise<void>;
  /** Adds rows, each with a value for every column, in the fastest way the engine has. */
  append(table: string, columns: readonly Column[], rows: readonly Cell[][]): Promise<void>;
}

export type Reader = Pick<Session, 'query'>;

/**
 * An engine. Reads run side by side; writes one after the other. What the engine has no memory for runs once more,
 * alone; what it has none for even then is refused as `index_overloaded`.
 */
export interface Driver {
  /** For the server itself, which waits for as long as it takes. */
  query: Session['query'];
  /**
   * Reads what answers one question. All of it ends when `signal` says that nobody waits any more, or as
   * `index_timeout` when it takes too long; as `index_overloaded` when its turn did not come in that time.
   */
  asked<T>(answer: (reader: Reader) => Promise<T>, signal?: AbortSignal): Promise<T>;
  /**
   * Several writes that happen together or not at all. `undone` is told before anybody else writes that they did not;
   * `run` may be asked once more then.
   */
  write<T>(run: (session: Session) => Promise<T>, undone?: () => void): Promise<T>;
  /** Several reads of the same moment, whatever is written meanwhile. Each has the time of a question. */
  snapshot<T>(read: (session: Reader) => AsyncIterable<T>, signal?: AbortSignal): AsyncIterable<T>;
  close(): Promise<void>;
}
