import * as z from 'zod';
import type { Reader } from '@/lib/server/index/engine/driver';
import { listed, sql } from '@/lib/server/index/engine/sql';

/** A word of a dimension: its code, what a filter takes, and what people call it. */
export const nameRow = z.object({
  code: z.number(),
  value: z.string(),
  label: z.nullable(z.string()),
});

export type Names = Map<number, { value: string; label: string | null }>;

export async function namesOf(
  reader: Reader,
  kind: string,
  codes: readonly number[],
): Promise<Names> {
  if (codes.length === 0) return new Map();
  const found = await reader.query(
    sql`SELECT code, value, label FROM dimension
        WHERE kind = ${kind} AND code IN (${listed(codes)})`,
    nameRow,
  );
  return new Map(found.map((row) => [row.code, row]));
}
