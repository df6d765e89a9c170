import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { join, raw, type Sql, sql } from '@/lib/server/index/engine/sql';
import { IS_LISTED, isOfType } from '@/lib/server/index/extraction/kinds';
import { EXTRACTED_TABLES } from '@/lib/server/index/tables';

/** A code that no key has. */
const NO_KEY = -1;

const codeRow = z.object({ code: z.number() });
const factsRow = z.object({ listed: z.number() });

/** The code of a key, and whether it is one that a call can have several values of. */
export async function keyFacts(reader: Reader, key: string) {
  const [found] = await reader.query(
    sql`SELECT code FROM dimension WHERE kind = 'extracted' AND value = ${key}`,
    codeRow,
  );
  const code = found?.code ?? NO_KEY;
  const [facts] = await reader.query(
    sql`SELECT count(*) AS listed FROM (${valuesOfKey(code, raw(IS_LISTED))})`,
    factsRow,
  );
  return { code, listed: (facts?.listed ?? 0) > 0 };
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
