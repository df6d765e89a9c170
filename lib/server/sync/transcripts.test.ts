import { expect, it, onTestFinished, vi } from 'vitest';
import type { Call } from '@/lib/call/call';
import { CallscopeError } from '@/lib/server/errors';
import { openMemoryIndex } from '@/lib/server/index/memory.test-index';
import { watched } from './busy.test-store';
import { aCall, createFakeClock, createFakeSource, NOW, someCalls } from './fake.test-world';
import type { SyncSettings } from './settings';
import { createSync } from './sync';
import { SETTINGS } from './sync.test-setup';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const READING = { ...SETTINGS, transcripts: true };

/** Calls that are long over, one a minute; the first is the newest. */
const oldCalls = (count: number): Call[] =>
  someCalls(count, MINUTE, NOW - 48 * HOUR).map((call) => ({ ...call, duration: 30 }));

/** `isExact`: no time passes while the index works, which takes long where hours go by. */
async function startWorld(
  calls = oldCalls(60),
  change: Partial<SyncSettings> = {},
  isExact = false,
) {
  const { store, wasBusy } = watched(await openMemoryIndex());
  const clock = createFakeClock(NOW, isExact ? wasBusy : undefined);
  const source = createFakeSource(clock, calls);
  const say = (id: string, content: string) =>
    source.transcripts.set(id, {
      messages: [{ role: 'user', content, start: 0, end: 1 }],
      odd: [],
    });
  for (const { id } of calls) say(id, `hello from ${id}`);
  const log = { info: vi.fn(), warn: vi.fn() };
  const settings = { ...READING, ...change };
  const begin = () => {
    const sync = createSync({ store, source, log, clock, random: () => 1, settings });
    sync.start();
    return sync;
  };
  const sync = begin();
  onTestFinished(async () => {
    await sync.stop();
    await store.close();
  });
  /** Lets time pass bit by bit until something holds; the index takes real time. */
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
  const found = async (said: string) => (await store.page({ timezone: 'UTC', said })).count;
  return { store, clock, source, sync, log, begin, until, found, say };
}

it('reads each once, newest first, when all calls were read; the sync is idle meanwhile', async () => {
  const { source, sync, until, found } = await startWorld();
  expect(sync.status().transcripts.state).toBe('waiting');
  await until(() => source.asked.length > 0);
  expect(sync.status().state).toBe('idle');
  await until(() => sync.status().transcripts.state === 'idle');
  expect(source.asked.map(({ id }) => id)).toEqual(source.calls.map(({ id }) => id));
  expect(sync.status().transcripts).toMatchObject({ read: 60, without: 0, last_error: null });
  expect(await found('hello')).toBe(60);
  await until(() => sync.status().transcripts.state === 'idle', HOUR);
  expect(source.asked).toHaveLength(60);
});

it('knows calls without a transcript, and does not ask for them again and again', async () => {
  const { source, sync, until } = await startWorld();
  const [first] = source.calls;
  source.transcripts.delete(first?.id ?? '');
  await until(() => sync.status().transcripts.state === 'idle');
  expect(sync.status().transcripts).toMatchObject({ read: 60, without: 1 });
  for (let hours = 0; hours < 20; hours += 1) await until(() => true, HOUR);
  expect(source.asked).toHaveLength(60);
});

it('reads one of a young call again, and once more when the call has changed', async () => {
  const young = aCall(1, NOW - 2 * MINUTE, { duration: 60 });
  const { source, sync, clock, until, found, say } = await startWorld(
    [young],
    { newMs: 2 * MINUTE },
    true,
  );
  const times = (count: number) => until(() => source.asked.length === count, 30_000);
  await times(1);
  say(young.id, 'all of it');
  await times(2);
  expect(clock.now() - (NOW - MINUTE)).toBeGreaterThanOrEqual(10 * MINUTE);
  expect(clock.now() - (NOW - MINUTE)).toBeLessThan(15 * MINUTE);
  await until(() => sync.status().transcripts.state === 'idle');
  expect([await found('hello'), await found('"all of it"')]).toEqual([0, 1]);
  await times(3);
  expect(clock.now() - (NOW - MINUTE)).toBeGreaterThanOrEqual(HOUR);
  // What people do with a call does not change what was said on it; another end does.
  source.calls[0] = { ...young, viewed_by: ['dana@carrier.example'] };
  for (let looks = 0; looks < 30; looks += 1) await until(() => true, MINUTE);
  expect(source.asked).toHaveLength(3);
  source.calls[0] = { ...young, duration: 75 };
  await times(4);
  for (let looks = 0; looks < 30; looks += 1) await until(() => true, MINUTE);
  expect(source.asked).toHaveLength(4);
});

it('waits longer and longer while HappyRobot is away, loses nothing and says so', async () => {
  const { source, sync, until, found } = await startWorld();
  source.beforeTranscript = () => {
    if (source.asked.length > 30)
      throw new CallscopeError('upstream_unreachable', 'HappyRobot cannot be reached.');
  };
  await until(() => sync.status().transcripts.state === 'error');
  expect(sync.status()).toMatchObject({
    state: 'idle',
    last_error: null,
    transcripts: { read: 30, last_error: { code: 'upstream_unreachable' } },
  });
  const asked = source.asked.length;
  for (let looks = 0; looks < 30; looks += 1) await until(() => true, MINUTE);
  expect(source.asked.length - asked).toBeLessThan(20);
  source.beforeTranscript = () => undefined;
  await until(() => sync.status().transcripts.state === 'idle', MINUTE);
  expect(await found('hello')).toBe(60);
});

it('leaves one that cannot be read aside for an hour, and goes on with the others', async () => {
  const { source, sync, until } = await startWorld();
  const broken = source.calls[3]?.id;
  let isBroken = true;
  source.beforeTranscript = (id) => {
    if (id === broken && isBroken)
      throw new CallscopeError('upstream_invalid_response', 'It makes no sense.');
  };
  await until(() => sync.status().transcripts.read === 59);
  expect(source.asked).toHaveLength(60);
  isBroken = false;
  await until(() => sync.status().transcripts.read === 60, 5 * MINUTE);
  expect(source.asked).toHaveLength(61);
});

it('says so of each that it leaves aside', async () => {
  const { source, sync, until, log } = await startWorld();
  const broken = new Set([source.calls[3]?.id, source.calls[9]?.id]);
  source.beforeTranscript = (id) => {
    if (broken.has(id)) throw new CallscopeError('upstream_forbidden', 'Not this one.');
  };
  await until(() => sync.status().transcripts.state === 'idle');
  const { read, last_error } = sync.status().transcripts;
  expect(read).toBe(58);
  expect(last_error).toMatchObject({ code: 'upstream_forbidden' });
  expect(last_error?.message).toContain('could not be read');
  expect(last_error?.message).toContain('Not this one.');
  const told = log.warn.mock.calls.map(([facts]) => facts);
  expect(told.reduce((sum, { count }) => sum + count, 0)).toBe(2);
  expect(told[0]).toMatchObject({ code: 'upstream_forbidden', detail: 'Not this one.' });
  expect(sync.status()).toMatchObject({ state: 'idle', last_error: null });
});

it('goes on where a sync before it was stopped', async () => {
  const { source, sync, begin, until, found } = await startWorld();
  await until(() => sync.status().transcripts.read >= 25, 1);
  await sync.stop();
  const kept = sync.status().transcripts.read;
  const asked = source.asked.length;
  const second = begin();
  await until(() => second.status().transcripts.state === 'idle');
  await second.stop();
  expect(await found('hello')).toBe(60);
  expect(source.asked.length - asked).toBe(60 - kept);
});

it('lets people and new calls go first, and takes its share of the time', async () => {
  const { source, clock, sync, until } = await startWorld(oldCalls(60), { share: 0.5 }, true);
  await until(() => source.asked.length > 0, 1);
  source.people = 1;
  const before = source.asked.length;
  await clock.advance(5_000);
  expect(source.asked.length - before).toBeLessThanOrEqual(1);
  source.people = 0;
  source.tookMs = 1_000;
  const since = clock.now();
  await until(() => sync.status().transcripts.state === 'idle', 500);
  const questions = [...source.asked, ...source.queries].filter(({ at }) => at > since);
  const times = questions.map(({ at }) => at).sort((a, b) => a - b);
  for (const [n, at] of times.slice(1).entries())
    expect(at - (times[n] ?? 0)).toBeGreaterThanOrEqual(2_000);
  // New calls are looked for every 15 seconds all the same.
  const looks = source.queries.map(({ at }) => at).filter((at) => at > since);
  for (const [n, at] of looks.slice(1).entries())
    expect(at - (looks[n] ?? 0)).toBeLessThanOrEqual(30_000);
});

it('keeps enough of them together for packing to learn from, where answers take long', async () => {
  const { store, source, sync, until } = await startWorld(oldCalls(60), { share: 0.5 });
  const keep = vi.spyOn(store, 'keepTranscripts');
  source.tookMs = 200;
  await until(() => sync.status().transcripts.state === 'idle');
  expect(Math.max(...keep.mock.calls.map(([batch]) => batch.length))).toBeGreaterThanOrEqual(15);
});

it('asks for none where they are not kept', async () => {
  const { source, sync, until } = await startWorld(oldCalls(5), { transcripts: false });
  await until(() => sync.coverage().complete);
  await until(() => true, HOUR);
  expect(source.asked).toEqual([]);
  expect(sync.status().transcripts.state).toBe('off');
});

it('measures anew what is kept without holding up new calls', async () => {
  const { store, source, sync, clock, begin, until } = await startWorld(oldCalls(5));
  await until(() => sync.status().transcripts.state === 'idle');
  await sync.stop();
  let left = 200;
  vi.spyOn(store, 'remeasure').mockImplementation(async () => {
    await clock.sleep(1_000, new AbortController().signal);
    left -= 1;
    return left;
  });
  const since = clock.now();
  const second = begin();
  await until(() => source.queries.some(({ at }) => at >= since + 30_000));
  expect(left).toBeGreaterThan(100);
  await until(() => left === 0);
  await second.stop();
});
