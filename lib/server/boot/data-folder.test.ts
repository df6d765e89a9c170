import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { OWNER, person } from '@/lib/server/auth/person.test-person';
import { holdIndex } from '@/lib/server/index/index-handle';
import { fileOf, openIndex } from '@/lib/server/index/open';
import { refuseUnready } from '@/lib/server/observability/readiness';
import { createSharedViews } from '@/lib/server/services/views/shared-views';
import { createDataFolder } from './data-folder';

function aFolder(): string {
  const parent = mkdtempSync(join(tmpdir(), 'callscope-data-'));
  onTestFinished(() => rmSync(parent, { recursive: true, force: true }));
  const path = join(parent, 'data');
  mkdirSync(path);
  return path;
}

const gone = { code: 'data_unavailable', message: expect.stringContaining('DATA_DIR was deleted') };

it.each([
  ['deleted', (path: string) => rmSync(path, { recursive: true })],
  ['moved away', (path: string) => renameSync(path, `${path}.old`)],
  [
    'replaced by an empty one',
    (path: string) => {
      renameSync(path, `${path}.old`);
      mkdirSync(path);
    },
  ],
])('a folder that is %s is told once, and refused', (_, lose) => {
  const path = aFolder();
  const onLost = vi.fn();
  const folder = createDataFolder(onLost);
  folder.watch(path, join(path, 'not-there'));
  folder.refuseLost();
  lose(path);
  for (let times = 0; times < 3; times += 1)
    expect(() => folder.refuseLost()).toThrow(expect.objectContaining(gone));
  expect(onLost).toHaveBeenCalledTimes(1);
});

it('an index whose folder is lost is neither ready, nor asked, nor written to', async () => {
  const dataDir = aFolder();
  const folder = createDataFolder(() => undefined);
  const index = holdIndex(
    async () => {
      const options = { dataDir, demo: false, account: ['a'] };
      const store = await openIndex({
        ...options,
        onRebuilt: () => undefined,
        onSetAside: () => undefined,
      });
      folder.watch(dataDir, fileOf(options));
      return store;
    },
    () => undefined,
    folder.lost,
  );
  onTestFinished(() => index.close());
  const store = await index.store();
  expect(() => refuseUnready(index)).not.toThrow();
  rmSync(dataDir, { recursive: true });
  const unavailable = { code: 'index_unavailable', message: gone.message };
  expect(() => refuseUnready(index)).toThrow(expect.objectContaining(unavailable));
  await expect(index.store()).rejects.toMatchObject(unavailable);
  // The sync has had it in its hands since before.
  await expect(store.keep({ calls: [], at: '2026-11-24T12:00:00Z' })).rejects.toMatchObject(
    unavailable,
  );
});

it('shared views of a lost folder are not none, and none is shared in its place', async () => {
  const dataDir = aFolder();
  const folder = createDataFolder(() => undefined);
  folder.watch(dataDir);
  const views = createSharedViews({
    path: join(dataDir, 'views.json'),
    log: { warn: () => undefined },
    now: () => new Date('2026-11-24T12:00:00Z'),
    refuseLost: folder.refuseLost,
  });
  expect(await views.list({ who: OWNER })).toEqual({ views: [] });
  rmSync(dataDir, { recursive: true });
  await expect(views.list({ who: OWNER })).rejects.toMatchObject(gone);
  const view = { id: '0f8fad5b-d9cb-469f-a165-70867728950e', name: 'Mine', query: '' };
  const shared = views.share({ ...view, page: 'calls' }, { who: person('manager') });
  await expect(shared).rejects.toMatchObject(gone);
  expect(existsSync(dataDir)).toBe(false);
});
