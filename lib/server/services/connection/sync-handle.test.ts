import { expect, it, onTestFinished } from 'vitest';
import { OWNER } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { createSync } from '@/lib/server/sync/sync';
import { SETTINGS } from '@/lib/server/sync/sync.test-setup';
import { createCapabilities } from './capabilities';
import { holdSync } from './sync-handle';

const call = {
  id: '65a1b2c3d4e5f60718293a4b',
  type: 'Inbound',
  status: 'Completed',
  created: '2026-11-21T08:00:00.000Z',
};
const AT = '2026-11-22T10:30:00.000Z';
const quiet = { info: () => undefined, warn: () => undefined };

const capabilities = createCapabilities({
  index: { store: () => Promise.reject(new Error('none')) },
  now: () => new Date(AT),
  onFailure: () => undefined,
});

function openIndex() {
  const index = holdIndex(openMemoryIndex, () => undefined);
  onTestFinished(() => index.close());
  return index;
}

it('switched off it fills nothing and claims to cover nothing', async () => {
  const index = openIndex();
  const sync = holdSync(index, undefined, capabilities);
  sync.start();
  const store = await index.store();
  await store.keep({ calls: [call], at: AT });
  await sync.refresh({ who: OWNER });
  expect(await sync.status({ who: OWNER })).toMatchObject({
    state: 'idle',
    indexed: 1,
    last_success: null,
    ignored_filters: [],
  });
  capabilities.note(['tags'], false);
  expect((await sync.status({ who: OWNER })).ignored_filters).toEqual(['tags']);
  expect(await sync.meta(store)).toEqual({
    source: 'index',
    as_of: null,
    coverage: {
      from: null,
      to: call.created,
      complete: false,
      indexed: 1,
      upstream_count: null,
      unreadable: 0,
    },
  });
  await sync.stop();
});

it('begins when the index is open, and says what the index covers', async () => {
  const index = openIndex();
  const source = {
    page: async () => ({ calls: [call], rejected: [], count: 1 }),
    transcript: async () => null,
    busy: () => 0,
  };
  const sync = holdSync(
    index,
    (store) => createSync({ store, source, log: quiet, settings: SETTINGS }),
    capabilities,
  );
  onTestFinished(() => sync.stop());
  const store = await index.store();
  expect((await sync.meta(store)).coverage.complete).toBe(false);
  sync.start();
  await expect.poll(async () => (await sync.meta(store)).coverage.complete).toBe(true);
  expect(await sync.meta(store)).toMatchObject({
    as_of: expect.any(String),
    coverage: { from: call.created, to: call.created, indexed: 1, upstream_count: 1 },
  });
});

it('tells why there is no index', async () => {
  const index = holdIndex(
    async () => {
      throw new Error('EACCES');
    },
    () => undefined,
  );
  const sync = holdSync(index, undefined, capabilities);
  sync.start();
  await expect(sync.status({ who: OWNER })).rejects.toMatchObject({ code: 'index_unavailable' });
  await expect(sync.refresh({ who: OWNER })).rejects.toMatchObject({ code: 'index_unavailable' });
  await sync.stop();
});
