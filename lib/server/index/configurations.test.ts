import { expect, test } from 'vitest';
import { createConfigurations } from './configurations';

const useCase = (change: Record<string, unknown> = {}) => ({
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
