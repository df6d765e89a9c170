import { expect, test } from 'vitest';
import type { UseCase } from '@/lib/call/values/use-case-parts';
import { createConfigurations } from './configurations';

const useCase = (change: Record<string, unknown> = {}): UseCase => ({
  id: 'u1',
  name: 'Kate',
  ...change,
});

test('a configuration has one code, in whatever order its keys come', () => {
  const configurations = createConfigurations(new Map());
  const first = configurations.codeOf(useCase({ a: [1, { b: null }], c: 'x' }));
  expect(first).toEqual({
    code: 1,
    fresh: '{"id":"u1","name":"Kate","a":[1,{"b":null}],"c":"x"}',
  });
  expect(configurations.codeOf(useCase({ c: 'x', a: [1, { b: null }] }))).toEqual({ code: 1 });
});

test('what differs anywhere has another code, and keeps it', () => {
  const configurations = createConfigurations(new Map());
  const variants = [
    {},
    { a: [1, 2] },
    { a: [2, 1] },
    { a: { 0: 1, 1: 2 } },
    { a: [] },
    { a: {} },
    { a: null },
    { a: '1' },
    { a: 1 },
    { a: { b: null } },
    { a: { c: null } },
    { id: 'u2' },
    { id: null },
    { id: undefined },
  ].map(useCase);
  const codes = variants.map((variant) => configurations.codeOf(variant).code);
  expect(new Set(codes).size).toBe(variants.length);
  expect(variants.map((variant) => configurations.codeOf(variant))).toEqual(
    codes.map((code) => ({ code })),
  );
});

test('what the index has is known by its JSON', () => {
  const json = JSON.stringify(useCase({ a: 1 }));
  const configurations = createConfigurations(new Map([[json, 1]]));
  expect(configurations.codeOf(useCase({ a: 1 }))).toEqual({ code: 1 });
  expect(configurations.codeOf(useCase({ a: 2 }))).toMatchObject({ code: 2 });
});

test('a code does not hang on what came before it', () => {
  const configurations = createConfigurations(new Map());
  const [one, other] = [useCase({ a: 1, b: 1 }), useCase({ a: 1, b: 2 })];
  const turned = [useCase({ b: 1, a: 1 }), useCase({ b: 2, a: 1 })];
  const codes = [one, other].map((each) => configurations.codeOf(each).code);
  for (const order of [turned, turned.toReversed(), turned])
    for (const each of order)
      expect(configurations.codeOf(each)).toEqual({ code: codes[turned.indexOf(each)] });
});

test('very many of one use case keep their codes', () => {
  const configurations = createConfigurations(new Map());
  const many = Array.from({ length: 50 }, (_, a) => useCase({ a, b: 'same' }));
  const codes = many.map((each) => configurations.codeOf(each).code);
  const turned = many.map(({ a, b, ...rest }) => ({ b, ...rest, a }));
  expect(turned.map((each) => configurations.codeOf(each).code)).toEqual(codes);
});

test('so it is with those that the index has', () => {
  const known = new Map([
    ['{"id":"u1","a":1,"b":1}', 4],
    ['{"id":"u1","a":1,"b":2}', 7],
  ]);
  const configurations = createConfigurations(known);
  expect(configurations.codeOf({ id: 'u1', b: 2, a: 1 })).toEqual({ code: 7 });
  expect(configurations.codeOf({ id: 'u1', b: 1, a: 1 })).toEqual({ code: 4 });
  expect(configurations.codeOf({ id: 'u1', b: 3, a: 1 })).toMatchObject({ code: 8 });
});
