import { expect, it } from 'vitest';
import { orderOf } from './order';

const MINUTE = 60_000;
const steps = (count: number, ms: number) => Array.from({ length: count }, (_, at) => at * ms);

it.each([
  ['no call', [], 'kept'],
  ['one call', [5], 'kept'],
  ['all at one time', [5, 5, 5], 'kept'],
  ['in order', steps(9, 10_000), 'proven'],
  ['equal but for the order of their ids', [900, 0, 500, 100], 'kept'],
  ['the seconds of two clocks', [0, 30_000, 10_000, 50_000, 40_000, 90_000], 'proven'],
  ['the wrong way round, by far', steps(3, 2 * MINUTE).reverse(), 'broken'],
  ['two the wrong way round, by far', [2 * MINUTE, 0], 'broken'],
  ['the wrong way round within a minute', steps(4, 10_000).reverse(), 'broken'],
  [
    'one out of its place',
    [...steps(20, MINUTE), 5 * MINUTE, ...steps(30, MINUTE).slice(21)],
    'loose',
  ],
  ['anyhow', [5, 3, 9, 1, 7, 2, 8].map((minute) => minute * MINUTE), 'broken'],
] as const)('%s', (_, times, order) => {
  expect(orderOf(times, 'asc')).toBe(order);
  expect(
    orderOf(
      times.map((time) => -time),
      'desc',
    ),
  ).toBe(order);
});
