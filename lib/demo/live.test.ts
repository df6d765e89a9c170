import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { listAt } from './json';
import { startLiveCalls } from './live';
import { createCallStore } from './store';

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-11-18T17:42:11Z') });
});
afterEach(() => {
  vi.useRealTimers();
});

test('a call begins every 20 to 40 seconds and ends in its time, until stopped', () => {
  const store = createCallStore([]);
  const stop = startLiveCalls(store, 'seed');
  vi.advanceTimersByTime(20_000);
  const [first] = store.all();
  expect(store.all()).toHaveLength(1);
  expect(first?.status).toBe('In progress');
  expect(first?.created).toBe(Date.now());
  vi.advanceTimersByTime(20 * 60_000);
  const count = store.all().length;
  expect(count).toBeGreaterThanOrEqual(30);
  expect(count).toBeLessThanOrEqual(61);
  expect(new Set(store.all().map(({ id }) => id)).size).toBe(count);
  expect(store.get(first?.id ?? '')?.status).not.toBe('In progress');
  expect(store.all().every((call) => listAt(call.record, 'notes').length === 0)).toBe(true);
  stop();
  vi.advanceTimersByTime(20 * 60_000);
  expect(store.all()).toHaveLength(count);
});
