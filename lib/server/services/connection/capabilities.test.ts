import { expect, it, onTestFinished } from 'vitest';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createCapabilities, ignoredIn } from './capabilities';

const now = () => new Date('2026-11-22T10:30:00Z');

function openIndex() {
  const index = holdIndex(openMemoryIndex, () => undefined);
  onTestFinished(() => index.close());
  return index;
}

function over(index: Parameters<typeof createCapabilities>[0]['index']) {
  const failures: unknown[] = [];
  const service = createCapabilities({ index, now, onFailure: (error) => failures.push(error) });
  return { service, failures };
}

it('knows nothing at first', () => {
  const { service } = over(openIndex());
  expect(service.get()).toMatchObject({ paging: null, max_limit: null });
  expect(new Set(Object.values(service.get().honoured))).toEqual(new Set([null]));
  expect(ignoredIn(service.get())).toEqual([]);
});

it('survives a restart', async () => {
  const index = openIndex();
  const first = over(index).service;
  first.note(['tags', 'sort_asc'], false);
  first.note(['models'], true);
  first.learn({ paging: 'offset', max_limit: 100 });
  const store = await index.store();
  await expect
    .poll(() => store.state('capabilities'))
    .toMatchObject({ seen: { paging: 'offset' } });
  const second = over(index).service;
  await expect.poll(() => second.get()).toEqual(first.get());
  expect(second.ignores('tags')).toBe(true);
  expect(second.ignores('models')).toBe(false);
  expect([second.ignores('sort_asc'), second.ignores('sort_desc')]).toEqual([true, false]);
  expect(ignoredIn(second.get())).toEqual(['tags', 'sort']);
});

it('what is seen before the index is open counts more than what was kept', async () => {
  const index = openIndex();
  over(index).service.note(['tags', 'from'], false);
  const store = await index.store();
  await expect.poll(() => store.state('capabilities')).toBeDefined();
  let open = () => {};
  const opening = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { service } = over({ store: () => opening.then(() => store) });
  service.note(['tags'], true);
  open();
  await expect.poll(() => service.ignores('from')).toBe(true);
  expect(service.ignores('tags')).toBe(false);
});

it('what a check leaves open stays as it is known', () => {
  const { service } = over(openIndex());
  service.note(['tags'], false);
  service.learn({ honoured: { ...service.get().honoured, tags: null, from: false } });
  expect(ignoredIn(service.get())).toEqual(['tags', 'from']);
  service.learn({ honoured: { ...service.get().honoured, tags: true } });
  expect(ignoredIn(service.get())).toEqual(['from']);
});

it('an order is honoured when both directions are', () => {
  const { service } = over(openIndex());
  service.note(['sort_desc'], true);
  expect(service.get().honoured.sort).toBeNull();
  service.note(['sort_asc'], false);
  expect(service.get().honoured.sort).toBe(false);
  service.note(['sort_asc'], true);
  expect(service.get().honoured.sort).toBe(true);
  service.note(['sort_desc'], false);
  expect(service.get().honoured.sort).toBe(false);
  service.learn({ honoured: { ...service.get().honoured, sort: true } });
  expect([service.ignores('sort_asc'), service.ignores('sort_desc')]).toEqual([false, false]);
});

it('an order that a check found to be honoured in one direction is ignored in the other', () => {
  for (const sorts of [
    { asc: true, desc: false },
    { asc: false, desc: true },
  ]) {
    const { service } = over(openIndex());
    service.learn({ honoured: { ...service.get().honoured, sort: false }, sorts });
    expect([service.ignores('sort_asc'), service.ignores('sort_desc')]).toEqual([
      !sorts.asc,
      !sorts.desc,
    ]);
    expect(service.get()).not.toHaveProperty('sorts');
    expect(ignoredIn(service.get())).toEqual(['sort']);
  }
});

it('remembers without an index, and says that it could not be kept', async () => {
  const gone = () => Promise.reject(new Error('no index'));
  const { service, failures } = over({ store: gone });
  service.note(['search'], false);
  await expect.poll(() => failures.length).toBe(1);
  expect(service.ignores('search')).toBe(true);
});

it('what is not of its shape is not believed', async () => {
  const index = openIndex();
  const store = await index.store();
  await store.keep({
    calls: [],
    at: now().toISOString(),
    state: { capabilities: { seen: { honoured: { tags: 'perhaps' } } } },
  });
  const { service } = over(index);
  service.note(['from'], false);
  await expect.poll(() => store.state('capabilities')).toMatchObject({ sorts: { asc: null } });
  expect(ignoredIn(service.get())).toEqual(['from']);
});
