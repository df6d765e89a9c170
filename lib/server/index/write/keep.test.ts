import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type Call, callSchema } from '@/lib/call/call';
import { openIndex } from '@/lib/server/index/open';
import type { IndexStore } from '@/lib/server/index/store';

const run = promisify(execFile);

const OPEN = new URL('../open.ts', import.meta.url).href;
const AT = '2026-11-20T12:00:00.000Z';
const utc = { timezone: 'UTC' };

const aCall = (change: Record<string, unknown> = {}): Call =>
  callSchema.parse({
    id: 'c1',
    type: 'Inbound',
    status: 'Completed',
    created: '2026-11-20T10:00:00Z',
    ...change,
  });

let folder: string;
let store: IndexStore;
const rebuilt: string[] = [];

const open = (account = 'a', demo = false) =>
  openIndex({
    dataDir: folder,
    demo,
    account: [account],
    onRebuilt: (reason) => rebuilt.push(reason),
    onSetAside: (name) => rebuilt.push(name),
  });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'callscope-index-'));
  rebuilt.length = 0;
  store = await open();
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const keep = (...calls: Call[]) => store.keep({ calls, at: AT });
const ids = async () => (await store.page(utc)).calls.map(({ id }) => id);

describe('what is kept', () => {
  test('is there once, however often it comes', async () => {
    expect(await keep(aCall(), aCall())).toEqual({ added: 1, changed: 0, recovered: 0 });
    expect(await keep(aCall())).toEqual({ added: 0, changed: 0, recovered: 0 });
    expect(await keep(aCall({ status: 'Failed' }))).toEqual({ added: 0, changed: 1, recovered: 0 });
    const { calls, count } = await store.page(utc);
    expect([count, calls.map(({ status }) => status)]).toEqual([1, ['Failed']]);
  });

  test('is what was seen last, also when an older page comes in later', async () => {
    const at = (seconds: number) => `2026-11-20T12:00:0${seconds}.000Z`;
    await store.keep({ calls: [aCall({ status: 'In progress' })], at: at(1) });
    await store.keep({ calls: [aCall({ status: 'Completed' })], at: at(3) });
    await store.keep({ calls: [aCall({ status: 'Ringing' })], at: at(2) });
    expect((await store.page(utc)).calls.map(({ status }) => status)).toEqual(['Completed']);
    await store.keep({ calls: [aCall({ status: 'Failed' })], at: at(3) });
    expect((await store.page(utc)).calls.map(({ status }) => status)).toEqual(['Failed']);
  });

  test('follows a call whose time has moved', async () => {
    await keep(aCall());
    await keep(aCall({ created: '2026-10-01T00:00:00Z' }));
    expect((await store.page(utc)).calls.map(({ created }) => created)).toEqual([
      '2026-10-01T00:00:00Z',
    ]);
  });

  test('was created by the clocks of UTC where its time has no zone, not by those of this machine', async () => {
    vi.stubEnv('TZ', 'America/Chicago');
    await keep(aCall({ created: '2026-11-20T10:00:00' }));
    const instant = '2026-11-20T10:00:00.000Z';
    expect((await store.page({ ...utc, from: instant, to: instant })).count).toBe(1);
  });

  test('has no duration and no cost where these are beyond all numbers', async () => {
    const costs = { total_costs: 1e300, llm: { total_cost: 1e300 } };
    await keep(aCall({ duration: 1e306, costs }), aCall({ id: 'c2', duration: 1e15 }));
    expect((await store.page({ ...utc, min_duration: 0 })).count).toBe(0);
    expect((await store.page({ ...utc, has_cost: true })).count).toBe(0);
    expect(await store.call('c1')).toMatchObject({ duration: 1e306, costs });
  });

  test('goes by the name that the newest call knows', async () => {
    const named = (id: string, created: string, name: string) =>
      aCall({ id, created, use_case: { id: 'u1', name }, agent: { id: 'g1', name } });
    await keep(named('c1', '2026-11-02T00:00:00Z', 'New name'));
    await keep(named('c2', '2026-11-01T00:00:00Z', 'Old name'));
    const { facets } = await store.facets(utc);
    expect(facets.use_cases).toEqual([{ value: 'u1', label: 'New name', count: 2 }]);
    await keep(named('c3', '2026-11-03T00:00:00Z', 'Newest name'));
    expect((await store.facets(utc)).facets.agents).toEqual([
      { value: 'g1', label: 'Newest name', count: 3 },
    ]);
  });

  test('keeps the configuration of a use case that a list leaves out', async () => {
    const row = { id: 'u1', name: 'Kate', model: 'm', language: 'en-US' };
    const whole = aCall({ use_case: { ...row, keywords: ['reefer'], params: { a: 1 } } });
    await keep(whole);
    await keep(aCall({ use_case: row, status: 'Failed' }));
    expect(await store.call('c1')).toEqual({ ...whole, status: 'Failed' });
    const [shown] = (await store.page(utc)).calls;
    expect(shown?.use_case).toEqual(row);
  });

  test('is a record that cannot be read, until it can be', async () => {
    const problem = 'status: Invalid input';
    const rejected = [{ id: "o'odd, id", problem }, { id: 'c1', problem }, { problem }];
    await store.keep({ calls: [], rejected, at: AT });
    await store.keep({ calls: [], rejected, at: AT });
    expect((await store.content()).rejected.count).toBe(3);
    await keep(aCall());
    const { count, latest } = (await store.content()).rejected;
    expect(count).toBe(2);
    expect(latest).toContainEqual({ id: "o'odd, id", problem, seen_at: AT });
  });

  test('is the calls and the notes of the sync, or neither', async () => {
    await store.keep({ calls: [aCall()], at: AT, state: { cursor: { to: AT } } });
    const broken = {
      toJSON: () => {
        throw new Error('cannot be written');
      },
    };
    const calls = [aCall({ id: 'c2', status: 'Another word' })];
    const failing = store.keep({ calls, at: AT, state: { cursor: { to: 'later' }, broken } });
    await expect(failing).rejects.toMatchObject({ code: 'index_failed' });
    expect(await store.state('cursor')).toEqual({ to: AT });
    expect(await store.state('another')).toBeUndefined();
    expect(await ids()).toEqual(['c1']);
    await keep(aCall({ id: 'c3', status: 'A new word' }));
    expect((await store.facets(utc)).facets.statuses).toHaveLength(2);
  });
});

test('a call that two reads missed is gone, and back when it is seen again', async () => {
  await keep(aCall(), aCall({ id: 'c2' }));
  await store.markAbsent(['c1']);
  expect(await ids()).toEqual(['c2', 'c1']);
  const window = ['2026-11-20T10:00:00.000Z', '2026-11-20T10:00:00.000Z'] as const;
  expect(await store.idsBetween(...window)).toEqual(
    expect.arrayContaining([
      { id: 'c1', absences: 1 },
      { id: 'c2', absences: 0 },
    ]),
  );
  await store.markAbsent(['c1']);
  expect(await ids()).toEqual(['c2']);
  expect((await store.facets(utc)).count).toBe(1);
  expect((await store.content()).indexed).toBe(1);
  expect(await store.call('c1')).toMatchObject({ id: 'c1' });
  await keep(aCall());
  expect(await ids()).toEqual(['c2', 'c1']);
});

describe('families', () => {
  test('are the call, those it repeats and those that repeat it, even in a circle', async () => {
    const link = (id: string, parent: string | null) => aCall({ id, parent_call_id: parent });
    await keep(
      link('root', null),
      link('first', 'root'),
      link('second', 'first'),
      link('aside', 'root'),
      link('stranger', 'nobody'),
      link('circle1', 'circle2'),
      link('circle2', 'circle1'),
    );
    const family = async (id: string) =>
      (await store.page({ ...utc, family: id })).calls.map((call) => call.id).sort();
    expect(await family('first')).toEqual(['first', 'root', 'second']);
    expect(await family('root')).toEqual(['aside', 'first', 'root', 'second']);
    expect(await family('circle1')).toEqual(['circle1', 'circle2']);
    expect(await family('unknown')).toEqual([]);
  });
});

describe('the file', () => {
  test('holds everything over a restart', async () => {
    const tagged = aCall({ metadata: { tags: ['a,b', '🚚'] }, status: 'On the moon' });
    await store.keep({ calls: [tagged], at: AT, state: { note: [1] } });
    await store.close();
    store = await open();
    expect(await store.call('c1')).toEqual(tagged);
    expect((await store.page({ ...utc, tags: ['a,b'] })).count).toBe(1);
    expect(await store.state('note')).toEqual([1]);
    expect(await keep(tagged, aCall({ id: 'c2', metadata: { tags: ['🚚'] } }))).toEqual({
      added: 1,
      changed: 0,
      recovered: 0,
    });
    expect((await store.facets(utc)).facets.tags[0]).toEqual({
      value: '🚚',
      label: '🚚',
      count: 2,
    });
    expect(rebuilt).toEqual([]);
  });

  test('of another account is built anew and says so; demo calls have their own', async () => {
    await keep(aCall());
    await store.close();
    store = await open('a', true);
    expect(await ids()).toEqual([]);
    await store.close();
    store = await open();
    expect(await ids()).toEqual(['c1']);
    await store.close();
    store = await open('b');
    expect(await ids()).toEqual([]);
    expect(rebuilt).toEqual(['another account']);
  });

  test('belongs to one process: a second one is refused and does no harm', async () => {
    await keep(aCall());
    const script = `
      const { openIndex } = await import(${JSON.stringify(OPEN)});
      await openIndex({ dataDir: process.argv[2], demo: false, account: ['a'], onRebuilt() {}, onSetAside() {} });
    `;
    const file = join(folder, 'second.mts');
    writeFileSync(file, script);
    const second = run(process.execPath, ['--import', 'tsx', file, folder]);
    await expect(second).rejects.toThrow(/lock/i);
    expect(await ids()).toEqual(['c1']);
  });
});
