import { describe, expect, it } from 'vitest';
import { aCall, NOW, someCalls } from './fake.test-world';
import { idsOf, indexed, startSync } from './sync.test-setup';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** So that a night passes soon. */
const SLOWLY = { newMs: 5 * HOUR, dayMs: 5 * HOUR, weekMs: 100 * HOUR };

describe('a call that is gone from HappyRobot', () => {
  it('is gone from the index after two complete reads, not after one', async () => {
    const { clock, source, store } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    const gone = source.calls.splice(40, 3);
    await clock.advance(5 * MINUTE);
    expect(indexed(store)).toHaveLength(100);
    await clock.advance(5 * MINUTE);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(store.calls.get(gone[0]?.id ?? '')?.absences).toBe(2);
  });

  it('is back when HappyRobot lists it again', async () => {
    const { clock, source, store } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    const gone = source.calls.splice(40, 3);
    await clock.advance(11 * MINUTE);
    source.calls.push(...gone);
    await clock.advance(6 * MINUTE);
    expect(indexed(store)).toHaveLength(100);
  });

  it('is found in the night wherever it was, over many slices', async () => {
    const { clock, source, store } = startSync(someCalls(12_000, HOUR), SLOWLY);
    await clock.advance(1_000);
    source.calls = source.calls.filter((_, n) => n % 100 !== 7 || n < 200);
    await clock.advance(24 * HOUR);
    expect(indexed(store)).toHaveLength(12_000);
    await clock.advance(24 * HOUR);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('is not taken for gone when it cannot be read any more', async () => {
    const { clock, source, store } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    source.rejected = source.calls.splice(40, 3).map(({ id }) => ({ id, problem: 'broken' }));
    await clock.advance(20 * MINUTE);
    expect(indexed(store)).toHaveLength(100);
  });

  it('is not one that arrived while the range was read', async () => {
    const { clock, source, store } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    for (let times = 0; times < 40; times += 1) {
      await clock.advance(MINUTE);
      // Somebody opened it meanwhile; the list does not have it yet.
      source.before = () => {
        source.before = () => undefined;
        const seen = aCall(7_000 + times, clock.now() - MINUTE);
        void store.keep({ calls: [seen], at: new Date(clock.now()).toISOString() });
        setTimeout(() => source.calls.push(seen), 0);
      };
    }
    await clock.advance(MINUTE);
    expect([...store.calls.values()].filter(({ absences }) => absences > 0)).toEqual([]);
  });
});

describe('more than a fifth of a range gone at once', () => {
  it('is not believed, and told', async () => {
    const { clock, source, store, sync } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    source.calls.splice(20, 40);
    await clock.advance(20 * MINUTE);
    expect(indexed(store)).toHaveLength(100);
    expect([...store.calls.values()].every(({ absences }) => absences === 0)).toBe(true);
    expect(sync.status()).toMatchObject({
      state: 'idle',
      last_error: {
        code: 'mass_deletion_refused',
        message: expect.stringContaining('40 of 100'),
      },
    });
  });

  it('is not believed of everything either, before three nights have agreed', async () => {
    const { clock, source, store, sync } = startSync(someCalls(12_000, HOUR), SLOWLY);
    await clock.advance(1_000);
    source.calls.length = 8_000;
    await clock.advance(62 * HOUR);
    expect(indexed(store)).toHaveLength(12_000);
    expect(sync.status()).toMatchObject({
      last_error: { code: 'mass_deletion_refused' },
      suspicion: { vanished: expect.any(Number), since: expect.any(String) },
    });
    await clock.advance(2 * HOUR);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(sync.status().suspicion).toBeNull();
  });

  it('is believed of a week after three reads over a day that agree', async () => {
    const { clock, source, store, sync } = startSync(someCalls(160, HOUR), {
      newMs: HOUR,
      dayMs: HOUR,
    });
    await clock.advance(1_000);
    source.calls.splice(30, 100);
    await clock.advance(23 * HOUR);
    expect(indexed(store)).toHaveLength(160);
    await clock.advance(4 * HOUR);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(sync.status().suspicion).toBeNull();
  });

  it('is forgotten when they come back, also after a restart', async () => {
    const world = startSync(someCalls(100, 10 * MINUTE));
    const { clock, source, store } = world;
    await clock.advance(1_000);
    const gone = source.calls.splice(20, 40);
    await clock.advance(20 * MINUTE);
    const { since } = world.sync.status().suspicion ?? {};
    await world.sync.stop();
    const sync = world.restart();
    await clock.advance(MINUTE);
    expect(sync.status().suspicion).toMatchObject({ vanished: 40, since });
    source.calls.push(...gone);
    await clock.advance(10 * MINUTE);
    expect(sync.status().suspicion).toBeNull();
    expect(indexed(store)).toHaveLength(100);
  });

  it('is believed at once when somebody says so, and no more than that', async () => {
    const { clock, source, store, sync } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    sync.confirmDeletions();
    source.calls.splice(20, 40);
    await clock.advance(10 * MINUTE);
    expect(indexed(store)).toHaveLength(100);
    sync.confirmDeletions();
    await clock.advance(10);
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(sync.status().suspicion).toBeNull();
    source.calls.splice(5, 40);
    await clock.advance(10 * MINUTE);
    expect(indexed(store)).toHaveLength(60);
  });

  it('is believed of all ranges when somebody says so once', async () => {
    const { clock, source, store, sync, log } = startSync(someCalls(600, 9.6 * MINUTE), {
      newMs: 5 * MINUTE,
    });
    await clock.advance(1_000);
    source.calls = source.calls.filter((_, n) => n % 3 !== 0);
    // Then the day is the one that was not read for longer: it is read first.
    await clock.advance(61 * MINUTE);
    expect(sync.status().suspicion).toMatchObject({ vanished: 200, known: 600 });
    log.warn.mockClear();
    sync.confirmDeletions();
    await clock.advance(20 * HOUR);
    expect(log.warn).not.toHaveBeenCalled();
    expect(indexed(store)).toEqual(idsOf(source.calls));
    expect(sync.status().suspicion).toBeNull();
  });

  it('that somebody said is true counts although the range was being read', async () => {
    const { clock, source, store, sync } = startSync(someCalls(12_000, HOUR), {
      ...SLOWLY,
      weekMs: 1e9,
    });
    await clock.advance(1_000);
    source.calls.length = 8_000;
    await clock.advance(16 * HOUR);
    expect(sync.status().suspicion).not.toBeNull();
    source.tookMs = HOUR / 4;
    await clock.advance(23.5 * HOUR);
    sync.confirmDeletions();
    await clock.advance(12 * HOUR);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('of a range that agrees three times is not held up by a smaller one that was believed', async () => {
    const { clock, source, store } = startSync(someCalls(480, HOUR), {
      newMs: HOUR,
      dayMs: 1e9,
      weekMs: HOUR,
    });
    await clock.advance(1_000);
    source.calls = source.calls.filter((_, n) => n % 5 > 1);
    await clock.advance(30 * HOUR);
    expect(indexed(store).length).toBeLessThan(480);
    expect(indexed(store).length).toBeGreaterThan(source.calls.length);
    await clock.advance(36 * HOUR);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });

  it('said to be deleted, when all others vanish too, those stay', async () => {
    const { clock, source, store, sync } = startSync(someCalls(100, 10 * MINUTE));
    await clock.advance(1_000);
    source.calls.splice(20, 40);
    await clock.advance(10 * MINUTE);
    source.calls.splice(0, 50);
    sync.confirmDeletions();
    await clock.advance(10);
    expect(indexed(store)).toHaveLength(100);
  });

  it('is believed of a handful', async () => {
    const { clock, source, store } = startSync(someCalls(12, 10 * MINUTE));
    await clock.advance(1_000);
    source.calls.splice(2, 9);
    await clock.advance(11 * MINUTE);
    expect(indexed(store)).toEqual(idsOf(source.calls));
  });
});

it('a call that moves to another time is neither lost nor doubled', async () => {
  const { clock, source, store } = startSync(someCalls(100, 10 * MINUTE), SLOWLY);
  await clock.advance(1_000);
  const first = source.calls[5];
  if (first) source.calls[5] = { ...first, created: new Date(NOW - 90 * HOUR).toISOString() };
  await clock.advance(30 * HOUR);
  expect(indexed(store)).toEqual(idsOf(source.calls));
});
