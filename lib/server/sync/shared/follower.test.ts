import pg from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import type { Call } from '@/lib/call/call';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import type { IndexStore } from '@/lib/server/index/store';
import { openRecord } from '@/lib/server/record/open';
import { startPostgres, type TestPostgres } from '@/lib/server/record/postgres.test-server';
import { aCall, someCalls } from '@/lib/server/sync/fake.test-world';
import { createFollower } from './follower';
import type { Place, SharedRecord } from './record';
import { createTurns } from './turns';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.remove());

const AT = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T12:00:01.000Z';
const NOTHING = new Map<number, Place>();
const { signal } = new AbortController();

async function aWorld(account: string) {
  const record = openRecord({ url: postgres.url, account });
  const store = await openMemoryIndex();
  onTestFinished(async () => {
    await record.close();
    await store.close();
  });
  return { record, store, follower: followerOf(record, store) };
}

/** As of a process that has just begun. */
function followerOf(record: SharedRecord, store: IndexStore) {
  return createFollower({ record, store, turns: createTurns() });
}

const idsIn = async (store: IndexStore) =>
  (await store.idsBetween('0001-01-01T00:00:00.000Z', '9999-12-31T00:00:00.000Z'))
    .map(({ id }) => id)
    .sort();

const idsOf = (calls: Call[]) => calls.map(({ id }) => id).sort();

it('takes over what is new, what has changed and what is gone, and each once', async () => {
  const { record, store, follower } = await aWorld('changes');
  const calls = someCalls(300);
  const fence = (await record.acquire(60_000)) ?? 0;
  await record.keep({ calls, rejected: [{ problem: 'no id' }], at: AT }, NOTHING, fence);
  expect(await follower.follow(signal)).toEqual({ reset: false, calls: 300 });
  expect(await follower.follow(signal)).toEqual({ reset: false, calls: 0 });
  expect(await store.content()).toMatchObject({ indexed: 300, rejected: { count: 1 } });

  const gone = calls.slice(0, 2).map(({ id }) => id);
  await record.markAbsent(gone, NOTHING, fence);
  await record.markAbsent(gone, NOTHING, fence);
  const changed = aCall(200, calls[199]?.created ?? '', { status: 'Failed' });
  await record.keep({ calls: [changed], at: LATER }, NOTHING);
  // Another process with the same index goes on where this one was.
  expect(await followerOf(record, store).follow(signal)).toEqual({ reset: false, calls: 3 });
  expect(await idsIn(store)).toEqual(
    calls
      .slice(2)
      .map(({ id }) => id)
      .sort(),
  );
  expect(await store.call(changed.id)).toMatchObject({ status: 'Failed' });
});

it('what was seen here later than the record knows stays', async () => {
  const { record, store, follower } = await aWorld('later');
  await store.keep({ calls: [aCall(1, AT, { status: 'Failed' })], at: LATER });
  await record.keep({ calls: [aCall(1, AT)], at: AT }, NOTHING);
  await follower.follow(signal);
  expect(await store.call(aCall(1, AT).id)).toMatchObject({ status: 'Failed' });
});

it('what this instance wrote itself is not read back, unless others wrote in between', async () => {
  const { record, store, follower } = await aWorld('own');
  const calls = someCalls(400);
  const [first, own, others, late] = [0, 100, 200, 300].map((from) =>
    calls.slice(from, from + 100),
  );
  const write = async (some: Call[] = []) => {
    const page = { calls: some, at: AT };
    await follower.keepWritten(page, await record.keep(page, follower.places()));
  };
  await record.keep({ calls: first ?? [], at: AT }, NOTHING);
  await follower.follow(signal);
  await write(own);
  expect((await follower.follow(signal)).calls).toBe(0);
  await record.keep({ calls: others ?? [], at: AT }, NOTHING);
  await write(late);
  expect((await follower.follow(signal)).calls).toBe(200);
  expect(await idsIn(store)).toEqual(idsOf(calls));
});

it('a record that went back in time is followed anew, by everybody', async () => {
  const { record, store, follower } = await aWorld('back');
  const other = await aWorld('back');
  const calls = someCalls(100);
  for (const call of calls) await record.keep({ calls: [call], at: AT }, NOTHING);
  await Promise.all([follower.follow(signal), other.follower.follow(signal)]);
  const admin = new pg.Client({ connectionString: postgres.url });
  await admin.connect();
  await admin.query("DELETE FROM callscope.call WHERE account = 'back' AND revision > 2");
  await admin.query("UPDATE callscope.slot SET revision = 2 WHERE account = 'back'");
  await admin.end();

  expect((await follower.follow(signal)).reset).toBe(true);
  const news = someCalls(200).slice(100);
  for (const call of news) await record.keep({ calls: [call], at: LATER }, NOTHING);
  await follower.follow(signal);
  // It was not looking when that happened, and the revisions are beyond its own by now.
  expect((await other.follower.follow(signal)).reset).toBe(true);
  const all = idsOf([...calls, ...news]);
  expect(await idsIn(store)).toEqual(all);
  expect(await idsIn(other.store)).toEqual(all);
});
