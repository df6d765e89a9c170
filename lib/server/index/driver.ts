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

/** An engine. Reads run side by side; writes one after the other. */
export interface Driver {
  query: Session['query'];
  /** Several writes that happen together or not at all. */
  write<T>(run: (session: Session) => Promise<T>): Promise<T>;
  /** Several reads of the same moment, whatever is written meanwhile. */
  snapshot<T>(read: (session: Pick<Session, 'query'>) => AsyncIterable<T>): AsyncIterable<T>;
  close(): Promise<void>;
}
