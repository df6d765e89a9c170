import { expect, test } from 'vitest';
import { usualMemory } from './engine-memory';

const GB = 1_000_000_000;
/** What Node.js answers where no limit is set. */
const UNLIMITED = 2 ** 64;

test('the engine may hold a quarter of the machine', () => {
  expect(usualMemory(8 * GB, UNLIMITED)).toBe(2000);
  expect(usualMemory(8 * GB, 0)).toBe(2000);
});

test('the limit of a container counts where it is lower', () => {
  expect(usualMemory(64 * GB, 4 * GB)).toBe(1000);
  expect(usualMemory(4 * GB, 64 * GB)).toBe(1000);
});

test('it is 512 MB at least and 4 GB at most', () => {
  expect(usualMemory(GB, UNLIMITED)).toBe(512);
  expect(usualMemory(64 * GB, 0.25 * GB)).toBe(512);
  expect(usualMemory(64 * GB, UNLIMITED)).toBe(4000);
});
