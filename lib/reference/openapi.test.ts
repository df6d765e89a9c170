import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES } from '@/lib/call/answers/problem';
import { keysOf, parameterCodecs } from '@/lib/call/query/filters';
import { PARAMETER_WORDS } from '@/lib/call/query/parameter-words';
import { costsCodecs } from '@/lib/call/query/routes/costs-query';
import { exportCodecs } from '@/lib/call/query/routes/export-query';
import { nextCodecs, reviewCodecs } from '@/lib/call/query/routes/review-query';
import { apiDocument } from './openapi';

const document = apiDocument();
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.values(methods).map((operation) => ({ path, operation })),
);
const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });

describe('the document', () => {
  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });

  it('gives each operation a name of its own, a group that is described and an answer', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    const groups = document.tags.map(({ name }) => name);
    for (const { operation } of operations) {
      expect(groups).toEqual(expect.arrayContaining(operation.tags));
      expect(Object.keys(operation.responses).some((status) => status < '400')).toBe(true);
      expect(operation.summary).not.toMatch(/\.$/);
    }
  });

  it('has something at the end of every reference', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]*)"/g)];
    expect(references.length).toBeGreaterThan(50);
    for (const [, place = ''] of references) {
      expect(place).toMatch(/^#\/components\/(schemas|parameters)\/[\w.]+$/);
      const [, , kind, name = ''] = place.split('/');
      const { schemas, parameters } = document.components;
      expect([place, name in (kind === 'schemas' ? schemas : parameters)]).toEqual([place, true]);
    }
  });

  it('names every schema and parameter once, and uses each', () => {
    const text = JSON.stringify(document);
    const names = [
      ...keysOf(document.components.schemas).map((name) => `schemas/${name}`),
      ...keysOf(document.components.parameters).map((name) => `parameters/${name}`),
    ];
    const unused = names.filter((name) => !text.includes(`"#/components/${name}"`));
    expect(unused).toEqual([]);
  });

  it.each(operations)('declares the parameters in the path $path', ({ path, operation }) => {
    const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const parameters = operation.parameters ?? [];
    const declared = parameters.flatMap((each) =>
      'in' in each && each.in === 'path' ? [each.name] : [],
    );
    expect(declared).toEqual(inPath);
    const names = parameters.map((each) => ('in' in each ? each.name : each.$ref));
    expect(new Set(names).size).toBe(names.length);
  });

  it('names only ways to sign in that it describes', () => {
    const ways = Object.keys(document.components.securitySchemes);
    const named = operations.flatMap(({ operation }) => operation.security.flatMap(Object.keys));
    expect(new Set(named)).toEqual(new Set(ways));
  });

  it('has every problem code that an answer can carry', () => {
    const text = JSON.stringify(operations);
    // The page alone tells of these; the identity provider's go to the sign-in page.
    const elsewhere = [
      'callscope_unreachable',
      'role_missing',
      'email_unverified',
      'domain_not_allowed',
      'provider_unreachable',
    ];
    const missing = PROBLEM_CODES.filter((code) => !text.includes(`"${code}"`));
    expect(missing.sort()).toEqual(elsewhere.sort());
  });

  it('tells every parameter in a sentence', () => {
    for (const about of Object.values(PARAMETER_WORDS)) expect(about).toMatch(/^[A-Z].*\.$/);
  });
});

const CODECS = {
  ...parameterCodecs,
  ...costsCodecs,
  ...exportCodecs,
  ...nextCodecs,
  ...reviewCodecs,
};

/** Texts that one parameter or another understands, among others. */
const texts = fc.oneof(
  fc.constantFrom('true', 'false', 'Inbound', 'desc', 'created', '-7d', 'today', 'csv', 'none'),
  fc.constantFrom('2026-11-01T00:00:00Z', 'America/Chicago', '✅', '👎,🚨', 'a%2Cb,c', 'a@b.c'),
  fc.nat({ max: 3000 }).map(String),
  fc.array(fc.nat({ max: 30 }), { minLength: 1, maxLength: 4 }).map(String),
  fc.double({ min: 0, max: 1e9, noNaN: true }).map((number) => number.toFixed(3)),
  fc.string({ unit: 'binary' }),
);

it.each(keysOf(CODECS))('whatever is read as %s fits its schema', (name) => {
  const validate = ajv.compile(CODECS[name].schema);
  fc.assert(
    fc.property(texts, (text) => {
      const outcome = CODECS[name].decode(text);
      if ('value' in outcome)
        expect([outcome.value, validate(outcome.value)]).toEqual([outcome.value, true]);
    }),
  );
});

it('a schema refuses what is out of bounds, as the codec does', () => {
  const fits = (name: keyof typeof CODECS, value: unknown) =>
    ajv.validate(CODECS[name].schema, value);
  expect(fits('limit', 2001)).toBe(false);
  expect(fits('limit', 1.5)).toBe(false);
  expect(fits('hours', [24])).toBe(false);
  expect(fits('type', 'Sideways')).toBe(false);
  expect(fits('min_cost', -1)).toBe(false);
  expect(fits('search', 'x'.repeat(201))).toBe(false);
  expect(fits('statuses', [''])).toBe(false);
});
