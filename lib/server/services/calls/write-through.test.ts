import { afterEach, expect, test, vi } from 'vitest';
import { callSchema } from '@/lib/call/call';
import { holdIndex, type IndexHandle } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createWriteThrough } from './write-through';

const aCall = (id: string, status = 'Completed') =>
  callSchema.parse({ id, type: 'Inbound', status, created: '2026-11-20T10:00:00Z' });
const AT = '2026-11-20T12:00:00.000Z';
const LATER = '2026-11-20T12:00:01.000Z';
const opened: IndexHandle[] = [];

const index = () => {
  const handle = holdIndex(openMemoryIndex, () => {});
  opened.push(handle);
  return handle;
};

afterEach(async () => {
  await Promise.all(opened.splice(0).map((handle) => handle.close()));
});

test('what people see is in the index a moment later, the newest of it', async () => {
  const handle = index();
  const { keep } = createWriteThrough(handle, () => {});
  keep([aCall('a'), aCall('b')], [{ id: 'x', problem: 'odd' }], AT);
  keep([aCall('b', 'Failed')], [], LATER);
  keep(
    Array.from({ length: 250 }, (_, number) => aCall(`c${number}`)),
    [],
    LATER,
  );
  const store = await handle.store();
  await vi.waitFor(async () => expect((await store.content()).indexed).toBe(252), 5000);
  expect(await store.call('b')).toMatchObject({ status: 'Failed' });
  expect((await store.content()).rejected.count).toBe(1);
});

test('an index that is not there is told of once and harms nobody', async () => {
  const told = vi.fn();
  const store = vi.fn(() => Promise.reject(new Error('no disk')));
  const { keep } = createWriteThrough(
    { store, condition: () => 'opening', close: async () => {} },
    told,
  );
  keep([aCall('a')], [], AT);
  await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(1), 5000);
  keep([aCall('b')], [], AT);
  await vi.waitFor(() => expect(store).toHaveBeenCalledTimes(2), 5000);
  expect(told).toHaveBeenCalledTimes(1);
});
