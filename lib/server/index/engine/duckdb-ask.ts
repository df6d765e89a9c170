import {
  BIGINT,
  BOOLEAN,
  DOUBLE,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import * as z from 'zod';
import type { Session } from './driver';
import { append } from './duckdb-append';
import type { Patience } from './patience';
import { type Sql, textOf } from './sql';

/** What a connection can be asked, by somebody who waits for as long as it takes. */
export function sessionOf(connection: DuckDBConnection): Session {
  return {
    query: (question, row) => query(connection, question, row),
    run: async (statement) => {
      await connection.run(textOf(statement), ...bound(statement));
    },
    append: (table, columns, rows) => append(connection, table, columns, rows),
  };
}

/** The engine forgets to end what had not quite begun: it is told again. */
export const INSIST_MS = 50;

/** Asks for as long as somebody waits, then makes the engine stop. */
export async function queryWithin<Row>(
  { signal, began }: Patience,
  connection: DuckDBConnection,
  question: Sql,
  row: z.ZodType<Row>,
): Promise<Row[]> {
  signal.throwIfAborted();
  began();
  let insisting: NodeJS.Timeout | undefined;
  const stop = () => {
    connection.interrupt();
    insisting = setInterval(() => connection.interrupt(), INSIST_MS);
  };
  signal.addEventListener('abort', stop, { once: true });
  try {
    return await query(connection, question, row);
  } catch (error) {
    // In whatever words the engine says that it was stopped.
    signal.throwIfAborted();
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
    clearInterval(insisting);
  }
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
