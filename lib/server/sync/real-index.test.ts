import { expect, it, onTestFinished, vi } from 'vitest';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore } from '@/lib/server/index/store';
import { aCall, createFakeClock, createFakeSource, NOW, someCalls } from './fake.test-world';
import { createSync } from './sync';
import { SETTINGS } from './sync.test-setup';

const MINUTE = 60_000;

/** The index asks its engine in threads of their own, so that its time cannot be faked: it is waited for. */
async function startWorld(calls = someCalls(3_000)) {
  const store = await openMemoryIndex();
  const clock = createFakeClock();
  const source = createFakeSource(clock, calls);
  const log = { info: vi.fn(), warn: vi.fn() };
  const begin = () => {
    const sync = createSync({ store, source, log, clock, random: () => 1, settings: SETTINGS });
    sync.start();
    return sync;
  };
  const sync = begin();
  onTestFinished(async () => {
    await sync.stop();
    await store.close();
  });
  /** Lets time pass bit by bit until something holds. */
  const until = async (check: () => unknown, step = 1_000) => {
    await expect
      .poll(
        async () => {
          await clock.advance(step);
          return check();
        },
        { timeout: 20_000, interval: 5 },
      )
      .toBeTruthy();
  };
  return { store, clock, source, log, sync, begin, until };
}

const indexedIds = async (store: IndexStore) =>
  (await store.idsBetween('0001-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z'))
    .map(({ id }) => id)
    .sort();
const idsOf = (calls: { id: string }[]) => calls.map(({ id }) => id).sort();

it('is filled, ties and all, and follows what comes and goes', async () => {
  const tied = Array.from({ length: 2_500 }, (_, n) => aCall(100_000 + n, NOW - 20 * MINUTE));
  const { store, source, sync, until } = await startWorld([...someCalls(500), ...tied]);
  await until(() => sync.coverage().complete);
  expect(await indexedIds(store)).toEqual(idsOf(source.calls));
  expect(sync.status()).toMatchObject({ state: 'idle', indexed: 3_000, upstream_count: 3_000 });

  source.calls.push(aCall(900_000, NOW + 1_000));
  source.calls.splice(100, 5);
  await until(() => sync.status().indexed === 2_996, 5_000);
  expect(await indexedIds(store)).toEqual(idsOf(source.calls));
});

it('keeps its calls when too many vanish at once', async () => {
  const { store, source, sync, until } = await startWorld(someCalls(500));
  await until(() => sync.coverage().complete);
  source.calls.splice(100, 300);
  await until(() => sync.status().last_error, 5_000);
  expect(sync.status().last_error?.code).toBe('mass_deletion_refused');
  expect((await indexedIds(store)).length).toBe(500);
});

it('goes on where a sync before it was stopped', async () => {
  const { store, source, sync, begin, until } = await startWorld(someCalls(7_000));
  await until(() => sync.status().indexed >= 2_000);
  await sync.stop();
  const had = sync.status().indexed;
  const asked = source.queries.length;
  const second = begin();
  await until(() => second.coverage().complete);
  await second.stop();
  expect(await indexedIds(store)).toEqual(idsOf(source.calls));
  const again = source.queries.slice(asked).filter(({ limit }) => limit === 2_000);
  expect(again.length).toBeLessThanOrEqual(Math.ceil((7_000 - had) / 2_000) + 1);
});
