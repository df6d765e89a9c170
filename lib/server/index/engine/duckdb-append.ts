import { setImmediate as others } from 'node:timers/promises';
import {
  BIGINT,
  BLOB,
  BOOLEAN,
  DuckDBBlobValue,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import type { Cell, Column, ColumnType } from './driver';

/** So many rows are handed over in one go; an engine's chunk holds 2,048, but others want their turn. */
const CHUNK = 500;

const TYPES: Record<ColumnType, DuckDBType> = { BIGINT, INTEGER, BOOLEAN, VARCHAR, BLOB };

/** Adds rows to a table by columns: value by value it takes more than twice as long. */
export async function append(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
  rows: readonly Cell[][],
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table);
  const types = columns.map(({ type }) => TYPES[type]);
  try {
    for (let start = 0; start < rows.length; start += CHUNK) {
      const some = rows.slice(start, start + CHUNK);
      const chunk = DuckDBDataChunk.create(types, some.length);
      columns.forEach(({ type }, index) => {
        chunk.setColumnValues(
          index,
          some.map((row) => engineValue(type, row[index] ?? null)),
        );
      });
      appender.appendDataChunk(chunk);
      if (start + CHUNK < rows.length) await others();
    }
    appender.flushSync();
  } finally {
    appender.closeSync();
  }
}

/** As the engine's library takes it. */
function engineValue(type: ColumnType, value: Cell): DuckDBValue {
  if (type === 'BIGINT' && typeof value === 'number') return BigInt(value);
  return value instanceof Uint8Array ? new DuckDBBlobValue(value) : value;
}
