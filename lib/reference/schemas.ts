import * as z from 'zod/mini';
import type { JsonSchema } from '@/lib/call/values/codec';
import { schemaNames, schemaWords } from './schema-names';

/** Schemas of zod, said in JSON Schema. */

const PLACE = '#/components/schemas/';

/** The named schemas by their names, each without what only a file of its own needs. */
export function namedSchemas(): Record<string, JsonSchema> {
  const { schemas } = z.toJSONSchema(schemaNames, { uri: (id) => `${PLACE}${id}` });
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $schema: _, $id: __, ...schema }]) => [
      id,
      { description: schemaWords.get(id), ...schema },
    ]),
  );
}

/** An answer: by its name where it has one. */
export function answerSchema(schema: z.ZodMiniType): JsonSchema {
  const name = schemaNames.get(schema)?.id;
  return name === undefined ? inline(schema, 'output') : { $ref: `${PLACE}${name}` };
}

/** A body as it is sent, where what has a default can be left out. */
export function bodySchema(schema: z.ZodMiniType): JsonSchema {
  return inline(schema, 'input');
}

function inline(schema: z.ZodMiniType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io });
  return rest;
}
