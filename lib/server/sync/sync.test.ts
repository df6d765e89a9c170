import { describe, expect, it } from 'vitest';
import { CallscopeError } from '@/lib/server/errors';
import { aCall, NOW, someCalls } from './fake.test-world';
import { idsOf, indexed, startSync } from './sync.test-setup';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('the backfill', () => {
  it('reads everything newest first, by time and not by offset', async () => {
    const { clock, source, store, sync } = startSync(someCalls(4_500));
    await clock.advance(1_000);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(source.queries.map(({ offset }) => offset)).toEqual(source.queries.map(() => 0));
    expect(sync.status()).toMatchObject({ state: 'idle', indexed: 4_500, upstream_count: 4_500 });
    expect(sync.status().progress).toBeNull();
    expect(sync.coverage()).toEqual({
      from: source.calls.at(-1)?.created,
      to: source.calls[0]?.created,
      complete: true,
      indexed: 4_500,
      upstream_count: 4_500,
      unreadable: 0,
    });
  });

  it('tells how far it is, how fast it goes and how long it will take', async () => {
    const { clock, source, store, sync } = startSync(someCalls(10_000), { share: 0.5 });
    source.tookMs = 1_000;
    await clock.advance(5_000);
    const { state, progress } = sync.status();
    expect(state).toBe('backfilling');
    expect(progress).toMatchObject({ done: expect.any(Number), total: 10_000 });
    expect(progress?.done).toBeGreaterThan(0);
    expect(progress?.rate).toBeGreaterThan(100);
    expect(progress?.seconds_left).toBeGreaterThan(0);
    const { complete, from, to } = sync.coverage();
    expect(complete).toBe(false);
    // An older call that somebody happened to open does not make it reach further back.
    await store.keep({
      calls: [aCall(77_777, NOW - 9_000 * HOUR)],
      at: new Date(NOW).toISOString(),
    });
    await clock.advance(100);
    expect(Date.parse(sync.coverage().from ?? '')).toBeGreaterThan(NOW - 9_000 * HOUR);
    expect(from).not.toBeNull();
    expect(to).toBe(source.calls[0]?.created);
  });

  it('says that nothing is covered before it knows what it has read', async () => {
    const { clock, store, sync } = startSync(someCalls(5));
    // What people looked at is there already.
    await store.keep({ calls: [aCall(77_777, NOW)], at: new Date(NOW).toISOString() });
    expect(sync.coverage()).toMatchObject({ from: null, complete: false });
    await clock.advance(1_000);
    expect(sync.coverage()).toMatchObject({ from: expect.any(String), complete: true });
  });

  it('finds an empty account complete, and what comes later', async () => {
    const { clock, source, store, sync } = startSync([]);
    await clock.advance(1_000);
    expect(sync.status()).toMatchObject({
      state: 'idle',
      indexed: 0,
      upstream_count: 0,
      oldest: null,
    });
    source.calls = someCalls(500);
    await clock.advance(40_000);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(sync.status()).toMatchObject({ state: 'idle', upstream_count: 500 });
  });

  it('does not take a list that ends too soon for everything', async () => {
    const { clock, source, store, sync } = startSync(someCalls(5_000));
    const page = source.page;
    const first = new Set(source.calls.slice(0, 2_000));
    source.page = async (query, signal) => {
      const answer = await page(query, signal);
      if (clock.now() >= NOW + MINUTE) return answer;
      return { ...answer, calls: answer.calls.filter((call) => first.has(call)) };
    };
    await clock.advance(30_000);
    expect(sync.status()).toMatchObject({ state: 'error' });
    expect(sync.coverage().complete).toBe(false);
    await clock.advance(10 * MINUTE);
    expect(sync.status()).toMatchObject({ state: 'idle', missing: 0 });
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('takes it for everything when it stays so, and tells what is missing', async () => {
    const { clock, source, store, sync } = startSync(someCalls(5_000));
    const page = source.page;
    const first = new Set(source.calls.slice(0, 2_000));
    source.page = async (query, signal) => {
      const answer = await page(query, signal);
      return { ...answer, calls: answer.calls.filter((call) => first.has(call)) };
    };
    await clock.advance(30 * MINUTE);
    expect(sync.coverage()).toMatchObject({
      complete: true,
      indexed: 2_000,
      upstream_count: 5_000,
    });
    expect(sync.status()).toMatchObject({ state: 'idle', missing: 3_000 });
    expect(store.calls.size).toBe(2_000);
    const asked = source.queries.length;
    await clock.advance(30 * MINUTE);
    expect(source.queries.length - asked).toBeLessThan(400);
  });
});

describe('after the backfill', () => {
  it('finds new calls within 15 seconds, asking for few', async () => {
    const { clock, source, store } = startSync(someCalls(3_000));
    await clock.advance(20_000);
    const asked = source.queries.length;
    source.calls.push(aCall(9_001, clock.now()));
    await clock.advance(15_000);
    expect(indexed(store)).toContain(aCall(9_001, 0).id);
    expect(source.queries.slice(asked).map(({ limit }) => limit)).toEqual([100]);
  });

  it('finds all of them after it was away', async () => {
    const world = startSync(someCalls(3_000));
    const { clock, source, store } = world;
    await clock.advance(20_000);
    await world.sync.stop();
    await clock.advance(20 * HOUR);
    const fresh = Array.from({ length: 6_000 }, (_, n) =>
      aCall(10_000 + n, clock.now() - n * 10_000),
    );
    source.calls.push(...fresh);
    // It dies in the middle of catching up.
    let kept = 0;
    store.beforeKeep = () => {
      kept += 1;
      if (kept === 3) throw new CallscopeError('index_failed', 'killed');
    };
    const dead = world.restart();
    await clock.advance(100);
    await dead.stop();
    store.beforeKeep = () => undefined;
    world.restart();
    await clock.advance(100);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('is not led astray by a call from the future', async () => {
    const { clock, source, store } = startSync([
      aCall(1, '2099-01-01T00:00:00Z'),
      ...someCalls(9).slice(1),
    ]);
    await clock.advance(20_000);
    source.calls.push(...Array.from({ length: 300 }, (_, n) => aCall(500 + n, clock.now() - n)));
    await clock.advance(16_000);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('reads the last day again every 5 minutes, the week every hour, all at night', async () => {
    const { clock, source, store } = startSync(someCalls(600, HOUR), { newMs: 30 * MINUTE });
    await clock.advance(1_000);
    const change = (index: number) => {
      const before = source.calls[index];
      if (before) source.calls[index] = { ...before, status: 'Changed' };
    };
    const statusAt = (index: number) => store.calls.get(source.calls[index]?.id ?? '')?.call.status;
    for (const index of [12, 150, 400]) change(index);
    await clock.advance(5 * MINUTE);
    expect([12, 150, 400].map(statusAt)).toEqual(['Changed', 'Completed', 'Completed']);
    await clock.advance(HOUR);
    expect([150, 400].map(statusAt)).toEqual(['Changed', 'Completed']);
    await clock.advance(15 * HOUR);
    expect(statusAt(400)).toBe('Changed');
  });

  it('refreshes on request, once for many', async () => {
    const { clock, source, store, sync } = startSync(someCalls(50));
    await clock.advance(1_000);
    const asked = source.queries.length;
    source.calls.push(aCall(900, clock.now()));
    for (let times = 0; times < 5; times += 1) sync.refresh();
    await clock.advance(10);
    expect(indexed(store)).toContain(aCall(900, 0).id);
    expect(source.queries.length - asked).toBe(2);
  });
});

describe('records', () => {
  it('that cannot be read are kept aside with the reason', async () => {
    const { clock, source, store, sync } = startSync(someCalls(20));
    source.rejected = [{ id: 'bad', problem: 'status: expected string' }, { problem: 'no record' }];
    await clock.advance(1_000);
    expect(indexed(store)).toHaveLength(20);
    expect(sync.status().rejected).toMatchObject({ count: 2 });
    expect(sync.status().rejected.latest).toContainEqual(
      expect.objectContaining({ id: 'bad', problem: 'status: expected string' }),
    );
  });

  it('that cannot be read at all, page after page, do not stop it', async () => {
    const { clock, source, sync } = startSync([]);
    const rejected = Array.from({ length: 4_000 }, (_, n) => ({ id: `bad-${n}`, problem: 'x' }));
    source.page = async ({ offset, limit }) => ({
      calls: [],
      rejected: rejected.slice(offset, offset + limit),
      count: rejected.length,
    });
    await clock.advance(1_000);
    expect(sync.status()).toMatchObject({ state: 'idle', indexed: 0, rejected: { count: 4_000 } });
  });

  it('with fields that nobody documented are kept whole; each field is told once, also after a restart', async () => {
    const world = startSync(someCalls(30).map((call) => ({ ...call, mood: 'fine' })));
    const { clock, source, store, log } = world;
    await clock.advance(40_000);
    expect(world.sync.status().unknown_fields).toEqual(['mood']);
    await world.sync.stop();
    const second = world.restart();
    await clock.advance(1_000);
    expect(second.status().unknown_fields).toEqual(['mood']);
    expect(log.info.mock.calls.filter(([fields]) => fields.field === 'mood')).toHaveLength(1);
    expect(store.calls.get(source.calls[0]?.id ?? '')?.call.mood).toBe('fine');
  });
});
