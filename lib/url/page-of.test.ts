import { expect, it } from 'vitest';
import { pageOf } from './page-of';

it.each([
  [{}, '/calls'],
  [{ call: undefined }, '/calls'],
  [{ search: 'a&b=c #1' }, '/calls?search=a%26b%3Dc+%231'],
  [{ tags: ['x', 'y'], type: 'Inbound' }, '/calls?tags=x&tags=y&type=Inbound'],
])('%j is %s', (params, page) => {
  expect(pageOf('/calls', params)).toBe(page);
});
