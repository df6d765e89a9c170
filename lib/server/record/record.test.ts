import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { Call } from '@/lib/call/call';
import { processVariables } from '@/lib/server/boot/env';
import type { Place, SharedRecord } from '@/lib/server/sync/shared/record';
import { migrate } from './migrate';
import { MIGRATIONS } from './migrations';
import { openRecord } from './open';
import { startPostgres, type TestPostgres } from './postgres.test-server';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.remove());

const AT = '2026-11-24T12:00:00.000Z';
const LATER = '2026-11-24T12:00:01.000Z';
const NOTHING = new Map<number, Place>();
let accounts = 0;

function open(account = `account-${accounts++}`): SharedRecord {
  const record = openRecord({ url: postgres.url, account });
  onTestFinished(() => record.close());
  return record;
}

function aCall(n: number, fields: Partial<Call> = {}): Call {
  const id = n.toString(16).padStart(24, '0');
  return { id, type: 'Inbound', status: 'Completed', created: AT, ...fields };
}

/** Reads from the places on to the end, some at a time, as a follower does. */
async function follow(record: SharedRecord, places = new Map<number, Place>(), limit = 7) {
  const seen: { id: string; revision: number; absences: number; call: Call }[] = [];
  const rejected = [];
  for (const { slot, epoch } of await record.heads()) {
    let place = places.get(slot) ?? { epoch, revision: 0, id: null };
    for (;;) {
      const changes = await record.changes(slot, place, limit);
      for (const { call, absences } of changes.calls)
        seen.push({ id: call.id, revision: changes.last.revision, absences, call });
      rejected.push(...changes.rejected);
      place = changes.last;
      if (changes.count < limit) break;
    }
    places.set(slot, place);
  }
  return { seen, rejected, places };
}

describe('calls', () => {
  it('come back whole, by their account, each at its last revision', async () => {
    const record = open();
    const use_case = { id: 'u', name: 'Booking', prompt: 'Be kind 👋\u0000 ' };
    const calls = Array.from({ length: 40 }, (_, n) => aCall(n, { use_case, extra: n }));
    await record.keep({ calls, at: AT }, NOTHING);
    const { seen, places } = await follow(record);
    const byId = (a: Call, b: Call) => (a.id < b.id ? -1 : 1);
    expect(seen.map(({ call }) => call).sort(byId)).toMatchObject(calls);

    const changed = aCall(3, { status: 'Failed', use_case: { id: 'u', name: 'Booking' } });
    await record.keep({ calls: [changed], at: LATER }, places);
    const { seen: news } = await follow(record, places);
    expect(news).toHaveLength(1);
    expect(news[0]?.call).toMatchObject({ status: 'Failed', use_case });
    expect((await follow(open())).seen).toEqual([]);
  });

  it('that are known already, or were seen earlier, are no news', async () => {
    const record = open();
    await record.keep({ calls: [aCall(1, { status: 'Busy' })], at: LATER }, NOTHING);
    const { places } = await follow(record);
    expect(
      (await record.keep({ calls: [aCall(1, { status: 'Busy' })], at: LATER }, NOTHING)).size,
    ).toBe(0);
    expect((await record.keep({ calls: [aCall(1)], at: AT }, NOTHING)).size).toBe(0);
    expect((await follow(record, places)).seen).toEqual([]);
  });

  it('that are missing are told, and are there again once they were seen', async () => {
    const record = open();
    const fence = (await record.acquire(60_000)) ?? 0;
    await record.keep({ calls: [aCall(1)], at: AT }, NOTHING, fence);
    await record.markAbsent([aCall(1).id], NOTHING, fence);
    await record.markAbsent([aCall(1).id, 'nobody'], NOTHING, fence);
    expect((await follow(record)).seen).toMatchObject([{ absences: 2 }]);
    await record.keep({ calls: [aCall(1)], at: LATER }, NOTHING, fence);
    expect((await follow(record)).seen).toMatchObject([{ absences: 0 }]);
  });

  it('that could not be read are kept aside until they can', async () => {
    const record = open();
    const rejected = [{ id: 'broken', problem: 'no type' }, { problem: 'no id' }];
    await record.keep({ calls: [], rejected, at: AT }, NOTHING);
    expect((await follow(record)).rejected).toEqual(expect.arrayContaining(rejected));
    await record.keep({ calls: [aCall(1, { id: 'broken' })], at: LATER }, NOTHING);
    const { seen, rejected: left } = await follow(record);
    expect(seen.map(({ id }) => id)).toEqual(['broken']);
    expect(left).toEqual([{ problem: 'no id' }]);
  });
});

it('a follower misses nothing that many write at once', async () => {
  const rounds = Number(processVariables().RECORD_WRITES ?? 40);
  const account = 'many';
  const writers = Array.from({ length: 6 }, () => open(account));
  const follower = open(account);
  await follower.heads();
  let writing = true;
  const written = Promise.all(
    writers.map(async (writer, w) => {
      for (let n = 0; n < rounds; n += 1) {
        // Some of them everybody writes, so that rows move from revision to revision.
        const calls = [aCall(w * 100_000 + n), aCall(n % 5, { by: w, n })];
        const at = new Date(Date.parse(AT) + n).toISOString();
        await writer.keep({ calls, at }, NOTHING);
      }
    }),
  ).finally(() => {
    writing = false;
  });
  const places = new Map<number, Place>();
  const followed = new Map<string, Call>();
  const read = async () => {
    for (const { call } of (await follow(follower, places, 20)).seen) followed.set(call.id, call);
  };
  while (writing) await read();
  await written;
  await read();
  const all = (await follow(open(account))).seen;
  expect(all).toHaveLength(6 * rounds);
  for (const { id, call } of all) expect(followed.get(id)).toEqual(call);
  // Each commit has a revision of its own, and there are no gaps.
  for (const { slot, revision } of await follower.heads())
    expect(places.get(slot)?.revision).toBe(revision);
});

describe('the lease', () => {
  it('is one instance’s at a time, whoever asks at once', async () => {
    const instances = Array.from({ length: 5 }, () => open('contended'));
    const taken = await Promise.all(instances.map((each) => each.acquire(60_000)));
    expect(taken.filter((fence) => fence !== undefined)).toHaveLength(1);
  });

  it('a holder that was paused writes nothing when it wakes', async () => {
    const [paused, next] = [open('paused'), open('paused')];
    const old = (await paused.acquire(0)) ?? 0;
    await paused.keep({ calls: [aCall(1)], at: AT }, NOTHING, old);
    const fence = (await next.acquire(60_000)) ?? 0;
    expect(fence).toBeGreaterThan(old);
    const fenced = { name: 'RecordError', kind: 'fenced' };
    await expect(paused.keep({ calls: [aCall(2)], at: AT }, NOTHING, old)).rejects.toMatchObject(
      fenced,
    );
    await expect(paused.markAbsent([aCall(1).id], NOTHING, old)).rejects.toMatchObject(fenced);
    await expect(paused.keepNote('sync', {}, old)).rejects.toMatchObject(fenced);
    expect(await paused.renew(old, 60_000)).toBe(false);
    expect((await follow(next)).seen).toHaveLength(1);
    await next.keepNote('sync', { to: 1 }, fence);
    expect(await next.notes()).toEqual(new Map([['sync', { to: 1 }]]));
  });

  it('that is given back is free', async () => {
    const [first, second] = [open('given'), open('given')];
    const fence = (await first.acquire(60_000)) ?? 0;
    expect(await second.acquire(60_000)).toBeUndefined();
    expect(await first.renew(fence, 60_000)).toBe(true);
    await first.release(fence);
    expect(await second.acquire(60_000)).toBe(fence + 1);
  });
});

it('a record that went back in time takes nothing of who knows later revisions', async () => {
  const record = open();
  await record.keep({ calls: [aCall(1)], at: AT }, NOTHING);
  const heads = await record.heads();
  const known = new Map(
    heads.map(({ slot, epoch, revision }) => [slot, { epoch, revision: revision + 5, id: null }]),
  );
  const reset = { kind: 'reset' };
  await expect(record.keep({ calls: [aCall(2)], at: AT }, known)).rejects.toMatchObject(reset);
  const [head] = heads;
  if (head === undefined) throw new Error('no slot');
  await record.markReset(head);
  await record.markReset(head);
  const [after] = await record.heads();
  expect(after?.epoch).not.toBe(head.epoch);
});

describe('the tables', () => {
  const inDatabase = async (name: string) => {
    const admin = new pg.Client({ connectionString: postgres.url });
    await admin.connect();
    await admin.query(`CREATE DATABASE ${name}`);
    await admin.end();
    const url = new URL(postgres.url);
    url.pathname = `/${name}`;
    const connect = async () => {
      const client = new pg.Client({ connectionString: url.href });
      await client.connect();
      onTestFinished(() => client.end());
      return client;
    };
    return { url: url.href, connect };
  };

  it('are made once, whoever starts at once', async () => {
    const { connect } = await inDatabase('together');
    const clients = await Promise.all([connect(), connect(), connect()]);
    await Promise.all(clients.map((client) => migrate(client)));
    const { rows } = await clients[0].query('SELECT version FROM callscope.migration');
    expect(rows).toEqual(MIGRATIONS.map(({ version }) => ({ version })));
  });

  it('of a newer version are used where they can be, and else refused', async () => {
    const { url, connect } = await inDatabase('newer');
    const client = await connect();
    await migrate(client, [...MIGRATIONS, { version: 98, needs: 1, statements: ['SELECT 1'] }]);
    const record = openRecord({ url, account: 'a' });
    onTestFinished(() => record.close());
    await record.keep({ calls: [aCall(1)], at: AT }, NOTHING);
    await migrate(client, [...MIGRATIONS, { version: 99, needs: 99, statements: [] }]);
    const late = openRecord({ url, account: 'a' });
    onTestFinished(() => late.close());
    await expect(late.heads()).rejects.toMatchObject({ kind: 'refused' });
  });

  it('need no more than a schema of their own', async () => {
    const { url, connect } = await inDatabase('owned');
    const admin = await connect();
    await admin.query("CREATE ROLE poor LOGIN PASSWORD 'poor'");
    const poor = new URL(url);
    [poor.username, poor.password] = ['poor', 'poor'];
    const refused = openRecord({ url: poor.href, account: 'a' });
    onTestFinished(() => refused.close());
    await expect(refused.heads()).rejects.toMatchObject({ kind: 'refused' });
    await admin.query('CREATE SCHEMA callscope AUTHORIZATION poor');
    expect(await refused.heads()).toHaveLength(8);
  });
});

it.each([
  [
    'another password',
    (url: URL) => Object.assign(url, { password: 'canary-password' }),
    'refused',
  ],
  ['another database', (url: URL) => Object.assign(url, { pathname: '/nothing' }), 'refused'],
  ['another port', (url: URL) => Object.assign(url, { port: '1' }), 'away'],
])('%s is one line that repeats no secret', async (_, change, kind) => {
  const url = new URL(postgres.url);
  const secret = url.password;
  change(url);
  const record = openRecord({ url: url.href, account: 'a' });
  onTestFinished(() => record.close());
  const failure = await record.heads().catch((error: unknown) => error);
  expect(failure).toMatchObject({ name: 'RecordError', kind });
  const told =
    failure instanceof Error ? `${failure.message} ${failure.stack} ${failure.cause}` : '';
  expect(told).not.toMatch(/canary/);
  expect(told).not.toContain(secret);
});

it('goes on after PostgreSQL was away', async () => {
  const record = open();
  await record.keep({ calls: [aCall(1)], at: AT }, NOTHING);
  await postgres.crash();
  await expect
    .poll(async () => (await follow(record).catch(() => ({ seen: [] }))).seen.length)
    .toBe(1);
});
