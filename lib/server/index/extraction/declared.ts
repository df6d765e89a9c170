import * as z from 'zod';
import { keyOfPath } from '@/lib/call/query/extracted';
import type { Reader } from '@/lib/server/index/engine/driver';
import { raw } from '@/lib/server/index/engine/sql';

/** What a use case says of a key. */
export type DeclaredKey = {
  description: string | null;
  type: string | null;
  required: boolean;
};

/** What use cases say of keys: by the code of the use case, then by key. */
export type Declared = ReadonlyMap<number, ReadonlyMap<string, DeclaredKey>>;

const row = z.object({ use_case: z.number(), json: z.string() });
const text = z.nullish(z.string()).catch(null);
const entry = z.object({
  name: z.string(),
  description: text,
  type: text,
  required: z.nullish(z.boolean()).catch(null),
});
const configuration = z.object({ extract_with_ai: z.array(z.unknown()).catch([]) });

/** Reads what the use cases say of what they extract, each as its newest call brought it along. */
export async function readDeclared(reader: Reader): Promise<Declared> {
  const rows = await reader.query(
    raw(`SELECT n.use_case, c.json FROM (
           SELECT use_case, configuration, row_number() OVER (PARTITION BY use_case ORDER BY max(created) DESC) AS nth
           FROM call WHERE configuration <> 0 AND absences < 2 GROUP BY use_case, configuration
         ) n JOIN configuration c ON c.code = n.configuration WHERE nth = 1`),
    row,
  );
  return new Map(rows.map(({ use_case, json }) => [use_case, keysIn(JSON.parse(json))]));
}

/** A name is that of a field, or a path to one. */
function keysIn(json: unknown): Map<string, DeclaredKey> {
  const { data } = configuration.safeParse(json);
  const keys = new Map<string, DeclaredKey>();
  for (const each of data?.extract_with_ai ?? []) {
    const { data: read } = entry.safeParse(each);
    if (!read) continue;
    const { name, description = null, type = null, required } = read;
    const declared = { description, type, required: required === true };
    for (const key of [name, keyOfPath([name])]) keys.set(key, declared);
  }
  return keys;
}

/** What the first of some use cases that knows a key says of it. */
export function declaredOf(
  declared: Declared,
  useCases: readonly number[],
  key: string,
): DeclaredKey | undefined {
  for (const useCase of useCases) {
    const found = declared.get(useCase)?.get(key);
    if (found) return found;
  }
  return undefined;
}
