import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { IS_FIRST, isOfType } from '@/lib/server/index/extraction/kinds';
import { EXTRACTED_TABLES } from '@/lib/server/index/tables';

/** A code that no key has. */
const NO_KEY = -1;

const codeRow = z.object({ code: z.number() });
const severalRow = z.object({ several: z.number() });

/** The code of a key, and whether a call has several values of it. */
export async function keyFacts(reader: Reader, key: string) {
  const [found] = await reader.query(
    sql`SELECT code FROM dimension WHERE kind = 'extracted' AND value = ${key} AND code <> 0`,
    codeRow,
  );
  const code = found?.code ?? NO_KEY;
  const [counted] = await reader.query(
    sql`SELECT count(*) AS several FROM (${valuesOfKey(code, raw(`NOT ${IS_FIRST}`))})`,
    severalRow,
  );
  return { code, several: (counted?.several ?? 0) > 0 };
}

/** The values of a key, under names that no column of calls has. */
export function valuesOfKey(code: number, condition: Sql): Sql {
  return join(
    EXTRACTED_TABLES.map(
      (
        table,
      ) => sql`SELECT place AS found_at, text AS found_text, number AS found, unit AS found_unit
        FROM ${raw(table)} WHERE key = ${code} AND ${condition}`,
    ),
    ' UNION ALL ',
  );
}

/** Those that are numbers. */
export function numbersOfKey(code: number): Sql {
  return valuesOfKey(code, raw(isOfType('number')));
}
