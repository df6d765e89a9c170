import type { JsonSchema } from '@/lib/call/values/codec';
import type { Operation } from './document';

/** A command that asks an address of the API, as somebody would type it. */
export function exampleOf(method: string, path: string, operation: Operation): string {
  const narrowed = takesFilters(operation) ? '?from=-7d' : '';
  const place = path.replace(/\{(\w+)\}/g, (_, name: string) => placeOf(name));
  const where = `"$CALLSCOPE${place}${narrowed}"`;
  const body = operation.requestBody?.content['application/json']?.schema;
  const changes = method !== 'get';
  return [
    'curl',
    changes && `-X ${method.toUpperCase()}`,
    changes && "-H 'Sec-Fetch-Site: same-origin'",
    operation.security.some((way) => 'metricsToken' in way) &&
      '-H "Authorization: Bearer $METRICS_TOKEN"',
    body && "-H 'Content-Type: application/json'",
    body && `-d '${JSON.stringify(sampleOf(body))}'`,
    where,
  ]
    .filter((part) => typeof part === 'string')
    .join(' ');
}

function takesFilters({ parameters = [] }: Operation): boolean {
  return parameters.some((each) => '$ref' in each);
}

function placeOf(name: string): string {
  return name === 'id' ? 'ID' : 'NOTE_ID';
}

/** A value that a schema takes; what is not required is left out. */
function sampleOf(schema: JsonSchema): unknown {
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (schema.type === 'object') {
    const required: readonly unknown[] = Array.isArray(schema.required) ? schema.required : [];
    const fields = Object.entries(schema.properties ?? {}).filter(([name]) =>
      required.includes(name),
    );
    return Object.fromEntries(fields.map(([name, field]) => [name, sampleOf(field)]));
  }
  if (schema.type === 'boolean') return false;
  if (schema.type === 'integer' || schema.type === 'number') return 1;
  return '…';
}
