import { describe, expect, it } from 'vitest';
import { CallscopeError } from '@/lib/server/errors';
import { aCall, NOW, someCalls } from './fake.test-world';
import { backoffMs } from './pace/backoff';
import { indexed, startSync } from './sync.test-setup';

const down = () => {
  throw new CallscopeError('upstream_unreachable', 'HappyRobot cannot be reached.');
};

describe('the share of the time that is spent asking', () => {
  it.each([
    [0.5, 2_000],
    [0.25, 4_000],
    [1, 1_000],
  ])('of %f makes it ask every %i ms when an answer takes 1000', async (share, every) => {
    const { clock, source } = startSync(someCalls(40_000), { share, newMs: 1e9 });
    source.tookMs = 1_000;
    await clock.advance(20_000);
    const gaps = source.queries.slice(1).map(({ at }, n) => at - (source.queries[n]?.at ?? 0));
    expect(gaps.length).toBeGreaterThan(3);
    for (const gap of gaps) expect(gap).toBeGreaterThanOrEqual(every);
  });
});

describe('people', () => {
  it('go first', async () => {
    const { clock, source } = startSync(someCalls(50));
    await clock.advance(1_000);
    const asked = source.queries.length;
    source.people = 1;
    await clock.advance(20_000);
    expect(source.queries.length).toBe(asked);
    source.people = 0;
    await clock.advance(100);
    expect(source.queries.length).toBeGreaterThan(asked);
  });

  it('who never stop asking do not stop it for good', async () => {
    const { clock, source, store } = startSync(someCalls(5_000));
    source.people = 3;
    await clock.advance(60_000);
    expect(indexed(store)).toHaveLength(5_000);
  });
});

describe('failures', () => {
  it('make it wait twice as long each time, up to five minutes', () => {
    const waits = Array.from({ length: 12 }, (_, n) => backoffMs(n + 1, () => 1));
    expect(waits.slice(0, 4)).toEqual([2_000, 4_000, 8_000, 16_000]);
    expect(waits.at(-1)).toBe(300_000);
    expect(backoffMs(5, () => 0)).toBe(1_000);
    expect(backoffMs(5, () => 0.5)).toBe(16_000);
  });

  it('are told, slow it down and are over when it works again', async () => {
    const { clock, source, sync, log } = startSync(someCalls(50));
    source.before = down;
    await clock.advance(3_600_000);
    expect(source.queries.length).toBeLessThan(30);
    expect(sync.status()).toMatchObject({
      state: 'error',
      last_success: null,
      last_error: { code: 'upstream_unreachable', message: 'HappyRobot cannot be reached.' },
    });
    expect(log.warn).toHaveBeenCalled();
    source.before = () => undefined;
    await clock.advance(300_000);
    expect(sync.status()).toMatchObject({ state: 'idle', indexed: 50 });
    expect(sync.status().last_success).not.toBeNull();
  });

  it('of one kind of work do not keep the others from theirs', async () => {
    const { clock, source, sync } = startSync(someCalls(600, 3_600_000));
    source.before = (_, { from }) => {
      if (from !== null) down();
    };
    await clock.advance(900_000);
    const looks = source.queries.filter(({ from }) => from === null);
    expect(looks.length).toBeGreaterThan(50);
    expect(source.queries.length - looks.length).toBeLessThan(12);
    expect(sync.status()).toMatchObject({ state: 'error', indexed: 600 });
  });

  it('because of too many requests make it wait as long as it was told', async () => {
    const { clock, source, sync } = startSync(someCalls(50));
    source.before = () => {
      throw new CallscopeError('upstream_rate_limited', 'Slow down.', { retry_after: 90 });
    };
    await clock.advance(89_000);
    sync.refresh();
    await clock.advance(500);
    expect(source.queries).toHaveLength(1);
    await clock.advance(1_000);
    expect(source.queries).toHaveLength(2);
  });

  it('of any question are not taken for those of questions with bounds', async () => {
    const { clock, source, sync } = startSync(someCalls(50));
    await clock.advance(1_000);
    source.before = () => {
      throw new CallscopeError('upstream_rejected', 'HappyRobot rejected the request.');
    };
    await clock.advance(1_200_000);
    expect(sync.status().last_error?.code).toBe('upstream_rejected');
    source.before = () => undefined;
    const asked = source.queries.length;
    await clock.advance(900_000);
    expect(source.queries.slice(asked).some(({ from }) => from !== null)).toBe(true);
    expect(sync.status().state).toBe('idle');
  });

  it('make smaller pages of those that are too much', async () => {
    const { clock, source, store } = startSync(someCalls(3_000));
    source.before = (_, { limit }) => {
      if (limit > 500) throw new CallscopeError('upstream_invalid_response', 'Larger than 32 MiB.');
    };
    await clock.advance(120_000);
    expect(indexed(store)).toHaveLength(3_000);
  });

  it('of an upstream that ignores the offset slow it down, and nothing is skipped', async () => {
    const tied = Array.from({ length: 3_000 }, (_, n) => aCall(n, NOW - 60_000));
    const { clock, source, store, sync } = startSync(tied);
    source.before = (_, { offset }) => {
      if (offset > 0) throw new CallscopeError('upstream_ignores_paging', 'Sent others instead.');
    };
    await clock.advance(1_200_000);
    expect(source.queries.filter(({ offset }) => offset > 0).length).toBeLessThan(45);
    expect(sync.status().last_error?.code).toBe('upstream_ignores_paging');
    expect(sync.coverage().complete).toBe(false);
    source.before = () => undefined;
    await clock.advance(300_000);
    expect(indexed(store)).toHaveLength(3_000);
    expect(sync.status().state).toBe('idle');
  });

  it('that nobody foresaw are logged, and told without details', async () => {
    const { clock, source, sync, log } = startSync(someCalls(50));
    source.before = () => {
      throw new TypeError('secret detail');
    };
    await clock.advance(100);
    expect(sync.status().last_error?.code).toBe('internal_error');
    expect(JSON.stringify(sync.status())).not.toContain('secret detail');
    expect(log.warn.mock.calls[0]?.[0]).toMatchObject({ err: expect.any(TypeError) });
  });

  it('do not make a person who asks wait for minutes, nor hammer', async () => {
    const { clock, source, sync } = startSync(someCalls(50));
    await clock.advance(1_000);
    source.before = down;
    await clock.advance(1_800_000);
    source.before = () => undefined;
    for (let times = 0; times < 10; times += 1) {
      sync.refresh();
      await clock.advance(1_000);
    }
    expect(sync.status().state).toBe('idle');
    expect(
      source.queries.filter(({ at }) => at > NOW + 1_800_000 && at < NOW + 1_802_000).length,
    ).toBeLessThan(4);
  });
});

it('stops in the middle of a question', async () => {
  const { clock, source, sync } = startSync(someCalls(50));
  source.tookMs = 10_000;
  await clock.advance(100);
  expect(source.queries).toHaveLength(1);
  await sync.stop();
  await clock.advance(3_600_000);
  expect(source.queries).toHaveLength(1);
  expect(sync.status().last_error).toBeNull();
});
