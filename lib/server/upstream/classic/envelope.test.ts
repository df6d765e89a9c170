import { expect, test } from 'vitest';
import { openEnvelope } from './envelope';

test.each<[object, object]>([
  [
    { calls: [1], count: 3, limit: 50, offset: 0 },
    { records: [1], count: 3, limit: 50, offset: 0 },
  ],
  [
    { calls: [1], count: '3', limit: '50', offset: '0' },
    { records: [1], count: 3, limit: 50, offset: 0 },
  ],
  [{ calls: [1] }, { records: [1] }],
  [{ calls: [1], count: -1, limit: 'many', offset: 1.5 }, { records: [1] }],
  [
    { calls: null, count: 0 },
    { records: [], count: 0 },
  ],
  [
    { data: [1], count: 3 },
    { records: [1], count: 3 },
  ],
  [
    { data: { calls: [1], count: 3 }, ok: true },
    { records: [1], count: 3 },
  ],
  [
    { result: { items: [1] }, count: 3, offset: '50' },
    { records: [1], count: 3, offset: 50 },
  ],
  [{ whatever: [1], page: {} }, { records: [1] }],
  [{ errors: [], results: [1] }, { records: [1] }],
])('in %j there is a list', (answer, expected) => {
  expect(openEnvelope({ ...answer })).toEqual(expected);
});

test.each([
  {},
  { calls: {} },
  { calls: 'none' },
  { count: 3 },
  { these: [1], those: [2] },
  { data: { data: { calls: [] } } },
])('in %j there is none that is sure', (answer) => {
  expect(openEnvelope({ ...answer })).toBeUndefined();
});
