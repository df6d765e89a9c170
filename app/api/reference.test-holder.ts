import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect } from 'vitest';
import * as z from 'zod/mini';
import { apiDocument } from '@/lib/reference/openapi';
import { ROUTES } from '@/lib/reference/routes';

/** An answer of a route, as it left. */
export type Left = { status: number; type: string; text: string };

const document = apiDocument();
const ajv = new Ajv2020({
  strict: true,
  strictRequired: false,
  allErrors: true,
  validateFormats: false,
});
// What a document has around its schemas is no schema.
ajv.addVocabulary(Object.keys(document));
ajv.addSchema(document, 'api');

/**
 * Holds an answer to the reference: its status and media type are described, and its body fits the description and
 * the schema that it was made from. Tells which problem it was, if it was one.
 */
export function holdToReference(name: string, { status, type, text }: Left): void {
  const route = ROUTES.find(({ method, path }) => `${method} ${path}` === name);
  if (!route) throw new Error(`The reference does not know ${name}.`);
  const media = type.split(';')[0] ?? '';
  const steps = ['paths', route.path, route.method.toLowerCase(), 'responses', String(status)];
  const place = [...steps, 'content', media, 'schema'];
  expect([name, place, at(document, place) !== undefined]).toEqual([name, place, true]);
  if (!/[/+]json$/.test(media)) return;
  const body: unknown = JSON.parse(text);
  const validate = ajv.compile({ $ref: `api#/${place.map(escaped).join('/')}` });
  validate(body);
  expect([name, validate.errors]).toEqual([name, null]);
  if (status === 200 && 'def' in route.answer) z.parse(route.answer, body);
}

function at(value: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return value;
  const entries = typeof value === 'object' && value !== null ? Object.entries(value) : [];
  const found = entries.find(([name]) => name === step);
  return found && at(found[1], rest);
}

/** A step of a JSON pointer inside of a URI. */
function escaped(step: string): string {
  return encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'));
}
