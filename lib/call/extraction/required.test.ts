import { expect, it } from 'vitest';
import { missingFields } from './required';

const useCase = {
  extract_with_ai: [
    { name: 'rate', description: 'The agreed rate', required: true },
    { name: 'lane', required: true },
    { name: 'lane.origin', required: true },
    { name: 'memo', required: false },
    { name: 'a,b', required: true },
    { required: true },
    null,
  ],
};

it.each([
  [{ rate: 5, lane: { origin: 'Gary' }, 'a,b': 1 }, []],
  [{ rate: null, lane: {} }, ['rate', 'lane', 'lane.origin', 'a,b']],
  [{ rate: '', lanes: 1 }, ['rate', 'lane', 'lane.origin', 'a,b']],
  [null, ['rate', 'lane', 'lane.origin', 'a,b']],
])('of %j is missing %j', (extraction, names) => {
  expect(missingFields(useCase, extraction).map(({ name }) => name)).toEqual(names);
});

it.each([null, undefined, {}, { extract_with_ai: null }, { extract_with_ai: 'rate' }])(
  'a use case of %j requires nothing',
  (odd) => {
    expect(missingFields(odd, {})).toEqual([]);
  },
);
