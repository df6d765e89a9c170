import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type DemoUpstream, startDemoUpstream } from '@/lib/demo/server';
import { processVariables } from '@/lib/server/boot/env';
import { startPostgres, type TestPostgres } from '@/lib/server/record/postgres.test-server';
import { aCall } from '@/lib/server/sync/fake.test-world';
import { type Instance, kill, startInstance } from './instances.test-world';

/** `npm run test:record` does more. */
const ROUNDS = Number(processVariables().INSTANCE_ROUNDS ?? 1);
const CALLS = 700;

const folder = mkdtempSync(join(tmpdir(), 'callscope-instances-'));
const running = new Set<Instance>();
/** Which instance asked HappyRobot, in order. */
const asked: number[] = [];
let postgres: TestPostgres;
let upstream: DemoUpstream;
let started = 0;

beforeAll(async () => {
  [postgres, upstream] = await Promise.all([
    startPostgres(),
    startDemoUpstream({ calls: CALLS, control: true }),
  ]);
});
afterAll(async () => {
  await Promise.all([...running].map(end));
  await Promise.all([postgres.remove(), upstream.close()]);
  rmSync(folder, { recursive: true, force: true });
});

async function start(dataDir: string, mayLead = true): Promise<Instance> {
  const mine = started++;
  const options = {
    dataDir: join(folder, dataDir),
    database: postgres.url,
    upstream: upstream.url,
    mayLead,
  };
  const instance = await startInstance(options, () => asked.push(mine));
  running.add(instance);
  return instance;
}

async function end(instance: Instance): Promise<void> {
  running.delete(instance);
  await kill(instance);
}

const patiently = { timeout: 60_000, interval: 100 };

async function leads(instance: Instance): Promise<void> {
  await expect.poll(async () => (await instance.status()).shared?.leader, patiently).toBe(true);
}

async function has(instance: Instance, calls: number): Promise<void> {
  await expect.poll(async () => (await instance.answers()).indexed, patiently).toBe(calls);
}

async function happens(n: number): Promise<void> {
  const body = JSON.stringify([aCall(n, Date.now())]);
  const url = new URL('/__control/calls', upstream.url);
  const headers = { 'content-type': 'application/json' };
  expect((await fetch(url, { method: 'POST', body, headers })).ok).toBe(true);
}

it('instances answer alike, and one that is killed is missed by nobody', async () => {
  let leader = await start('a');
  await leads(leader);
  let other = await start('b');
  let calls = CALLS;
  await has(leader, calls);
  await has(other, calls);
  expect(await other.answers()).toEqual(await leader.answers());
  let seats = ['a', 'b'];

  for (let round = 0; round < ROUNDS; round += 1) {
    await end(leader);
    await happens(1_000_000 + round);
    calls += 1;
    await leads(other);
    await has(other, calls);
    const back = await start(seats[0] ?? '');
    await has(back, calls);
    expect(await back.answers()).toEqual(await other.answers());
    [leader, other] = [other, back];
    seats = seats.reverse();
  }
  // Nobody asks once another one has begun to.
  const terms = asked.filter((who, n) => who !== asked[n - 1]);
  expect(new Set(terms).size).toBe(terms.length);

  const before = asked.length;
  await other.see(aCall(2_000_000, Date.now()));
  await has(leader, calls + 1);
  await leader.see(aCall(2_000_001, Date.now()));
  await has(other, calls + 2);

  const empty = await start('c', false);
  await has(empty, calls + 2);
  expect(await empty.answers()).toEqual(await leader.answers());
  expect(asked.slice(before)).not.toContain(started - 1);

  await postgres.stop();
  const isAway = async (instance: Instance) => (await instance.status()).shared?.record === 'away';
  await expect.poll(() => isAway(empty), patiently).toBe(true);
  // What is seen meanwhile is answered here at once, and by the others when the record is back.
  await empty.see(aCall(2_000_002, Date.now()));
  expect((await empty.answers()).indexed).toBe(calls + 3);
  await postgres.start();
  for (const instance of running) await has(instance, calls + 3);
  expect(await other.answers()).toEqual(await empty.answers());
}, 300_000);
