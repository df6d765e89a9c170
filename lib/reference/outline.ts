import type { JsonSchema } from '@/lib/call/values/codec';

/** A schema as people read it. */
export type Outline = {
  /** Its type: words, and the names of schemas that are told elsewhere. */
  type: readonly Word[];
  /** What its values must keep to. */
  bounds: string | undefined;
  /** The fields of the object that it is, or is a list of. */
  fields: readonly OutlineField[];
};
export type OutlineField = { name: string; optional: boolean; outline: Outline };
export type Word = string | { name: string };

export function outlineOf(schema: JsonSchema): Outline {
  return { type: typeOf(schema), bounds: boundsOf(schema), fields: fieldsOf(schema) };
}

function typeOf(schema: JsonSchema): Word[] {
  const { $ref, anyOf, allOf, type, items } = schema;
  if (typeof $ref === 'string') return [{ name: $ref.split('/').at(-1) ?? '' }];
  if (Array.isArray(schema.enum)) return [schema.enum.map(String).join(' | ')];
  if ('const' in schema) return [String(schema.const)];
  if (Array.isArray(anyOf)) return joined(schemasOf(anyOf));
  if (Array.isArray(allOf)) return schemasOf(allOf).slice(0, 1).flatMap(typeOf);
  if (isSchema(items)) return ['list of ', ...typeOf(items)];
  if (Array.isArray(type)) return [type.join(' or ')];
  if (typeof type === 'string') return [type];
  return ['anything'];
}

function joined(schemas: readonly JsonSchema[]): Word[] {
  return schemas.flatMap((each, index) => [...(index > 0 ? [' or '] : []), ...typeOf(each)]);
}

function boundsOf({ minimum, maximum, maxLength, pattern }: JsonSchema): string | undefined {
  if (typeof minimum === 'number' && typeof maximum === 'number')
    return maximum >= LARGEST_TOLD ? `${minimum} or more` : `${minimum} to ${maximum}`;
  if (typeof maxLength === 'number') return `at most ${maxLength} characters`;
  return typeof pattern === 'string' ? `matches ${pattern}` : undefined;
}

/** A bound that nobody comes near tells nothing. */
const LARGEST_TOLD = 1_000_000_000 - 1;

function fieldsOf(schema: JsonSchema): OutlineField[] {
  const { properties, required, items, anyOf } = schema;
  if (isSchema(properties)) {
    const always: readonly unknown[] = Array.isArray(required) ? required : [];
    return Object.entries(properties).flatMap(([name, field]) =>
      isSchema(field)
        ? [{ name, optional: !always.includes(name), outline: outlineOf(field) }]
        : [],
    );
  }
  if (isSchema(items)) return fieldsOf(items);
  return Array.isArray(anyOf) ? schemasOf(anyOf).flatMap(fieldsOf) : [];
}

function schemasOf(values: readonly unknown[]): JsonSchema[] {
  return values.filter(isSchema);
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
